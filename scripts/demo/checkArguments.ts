/**
 * Answers a mistake in the demo's options, or in the file that they name, before the contracts are compiled for it. Exits with 2
 * where there is one in the options, with 1 where in the file.
 */
import { ExitCode } from "./main.ts";
import { parseOptions } from "./options.ts";
import { REPORT } from "./report/place.ts";
import { isUsageError } from "../node/UsageError.ts";
import { requireWritable } from "../report/requireWritable.ts";

try {
  const options = parseOptions(process.argv.slice(2), { write: () => undefined });
  if (options !== undefined) requireWritable(REPORT);
  if (options?.chain !== undefined) await checkChain(options.chain);
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(error.message);
  process.exitCode = ExitCode.Misused;
}

async function checkChain(path: string): Promise<void> {
  const { readChainSeed } = await import("./chainSeed.ts");
  const { SdkError } = await import("@bulkhead/sdk");
  try {
    readChainSeed(path);
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    console.error(`${path}: ${error.message}`);
    process.exitCode = ExitCode.Broken;
  }
}
