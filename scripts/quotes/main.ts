import { isUsageError } from "../node/UsageError.ts";
import type { Streams } from "../report/Output.ts";
import { parseOptions } from "./options.ts";

/** What the process ends with. */
export const ExitCode = { Done: 0, Failed: 1, Misused: 2 } as const;

const DIRECTORY = "out";

/** `make quotes`: our quotes beside a real exchange's. Needs nothing compiled. */
export async function main(
  args: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const options = parseOptions(args, streams.out);
    if (options === undefined) return ExitCode.Done;
    // Only now, so that help and mistakes are answered at once.
    const { runQuotes } = await import("./runQuotes.ts");
    await runQuotes(options, { streams, directory: DIRECTORY });
    return ExitCode.Done;
  } catch (error) {
    if (isUsageError(error)) {
      streams.err.write(`make quotes: ${error.message}\n`);
      return ExitCode.Misused;
    }
    const { ChainFileError, explainError } = await import("@bulkhead/sdk");
    streams.err.write(`${explainError(error)}\n`);
    return error instanceof ChainFileError ? ExitCode.Misused : ExitCode.Failed;
  }
}
