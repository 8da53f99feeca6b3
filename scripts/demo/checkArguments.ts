/**
 * Answers a mistake in the demo's options, a port that is taken, or a mistake in the file that they name, before the contracts are
 * compiled for it. Exits with 1 where the mistake is in the file, with 2 otherwise.
 */
import { ExitCode } from "./main.ts";
import { parseOptions } from "./options.ts";
import { REPORT } from "./report/place.ts";
import { requireFree } from "../node/requireFree.ts";
import { isUsageError } from "../node/UsageError.ts";
import { requireWritable } from "../report/requireWritable.ts";

try {
  const options = parseOptions(process.argv.slice(2), { write: () => undefined });
  if (options !== undefined) {
    requireWritable(REPORT);
    await requireFree(options.port);
  }
  if (options?.chain !== undefined) await checkChain(options.chain);
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`make demo: ${error.message}`);
  process.exitCode = ExitCode.Misused;
}

async function checkChain(path: string): Promise<void> {
  const { readChainSeed } = await import("./chainSeed.ts");
  const { SdkError } = await import("@bulkhead/sdk");
  try {
    readChainSeed(path);
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    console.error(`make demo: ${path}: ${error.message}`);
    process.exitCode = ExitCode.Broken;
  }
}
