import { createServer } from "node:net";

import { UsageError } from "./UsageError.ts";

/** Where nodes listen: nobody else's machine reaches them. */
export const LOOPBACK = "127.0.0.1";

/**
 * Asks the system for a port of loopback before a node does, whose own complaint would be a stack trace. Zero is any free one.
 * @throws UsageError where it is taken
 */
export function requireFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        new UsageError({
          expected: `port ${port} on ${LOOPBACK} to be free`,
          got: error.code ?? error.message,
          action: "stop what listens there, or choose another with --port (0 takes any free one)",
        }),
      );
    });
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve()));
  });
}
