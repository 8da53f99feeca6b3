/** Answers a mistake in the options of `make node` before the contracts are compiled for it. Exits with 2 where there is one. */
import { parseOptions } from "./options.ts";
import { isUsageError } from "./UsageError.ts";

try {
  parseOptions(process.argv.slice(2), { write: () => undefined });
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`make node: ${error.message}`);
  process.exitCode = 2;
}
