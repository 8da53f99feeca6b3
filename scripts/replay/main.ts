import { openOutput, type Streams } from "../report/Output.ts";
import { isUsageError } from "../node/UsageError.ts";
import { parseOptions } from "./options.ts";

/** What the process ends with. */
export const ExitCode = { Done: 0, Failed: 1, Misused: 2 } as const;

const DIRECTORY = "out/replay";

/** `make replay`: twenty years of the S&P 500 through the vaults' economics. Needs nothing compiled. */
export async function main(
  args: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const options = parseOptions(args, streams.out);
    if (options === undefined) return ExitCode.Done;
    const output = openOutput(streams, options);
    const startedAt = performance.now();
    // Only now, so that help and mistakes are answered at once.
    const { runReplay } = await import("./runReplay.ts");
    await runReplay(options, { output, directory: DIRECTORY });
    output.story(`replayed in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
    return ExitCode.Done;
  } catch (error) {
    if (isUsageError(error)) {
      streams.err.write(`make replay: ${error.message}\n`);
      return ExitCode.Misused;
    }
    const { explainError } = await import("@bulkhead/sdk");
    streams.err.write(`\nthe replay stops: ${explainError(error)}\n`);
    return ExitCode.Failed;
  }
}
