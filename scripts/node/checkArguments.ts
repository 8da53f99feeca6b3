/** Answers a mistake in the options of `make node`, or a port that is taken, before the contracts are compiled for it. Exits with 2 then. */
import { parseOptions } from "./options.ts";
import { requireFree } from "./requireFree.ts";
import { isUsageError } from "./UsageError.ts";

try {
  const options = parseOptions(process.argv.slice(2), { write: () => undefined });
  if (options !== undefined) await requireFree(options.port);
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`make node: ${error.message}`);
  process.exitCode = 2;
}
