/** Answers a mistake in the options of `make deploy`, or in the file that they name, before the contracts are compiled for it. Exits with 2 then. */
import { isUsageError } from "../node/UsageError.ts";
import { ExitCode } from "./main.ts";
import { parseDeployOptions } from "./options.ts";

try {
  parseDeployOptions(process.argv.slice(2), { write: () => undefined });
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`make deploy: ${error.message}`);
  process.exitCode = ExitCode.Misused;
}
