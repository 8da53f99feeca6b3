import { isUsageError } from "../node/UsageError.ts";
import { openOutput, type Streams } from "../report/Output.ts";
import { parseOptions } from "./options.ts";

/** What the process ends with. */
export const ExitCode = { Done: 0, Failed: 1, Misused: 2 } as const;

/** `make fairness`: looks for unfair gains in the model of one vault. Needs nothing compiled. */
export async function main(
  args: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const options = parseOptions(args, streams.out);
    if (options === undefined) return ExitCode.Done;
    const output = openOutput(streams, options);
    // Only now, so that help and mistakes are answered at once.
    const { runFairness } = await import("./runFairness.ts");
    runFairness(options, { output, write: (text) => streams.out.write(text) });
    return ExitCode.Done;
  } catch (error) {
    if (isUsageError(error)) {
      streams.err.write(`make fairness: ${error.message}\n`);
      return ExitCode.Misused;
    }
    streams.err.write(`\nthe search stops: ${error instanceof Error ? error.message : String(error)}\n`);
    return ExitCode.Failed;
  }
}
