/** Answers a mistake in the demo's options before the contracts are compiled for it. Exits with 2 where there is one. */
import { ExitCode } from "./main.ts";
import { parseOptions } from "./options.ts";
import { isUsageError } from "../node/UsageError.ts";

try {
  parseOptions(process.argv.slice(2), { write: () => undefined });
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(error.message);
  process.exitCode = ExitCode.Misused;
}
