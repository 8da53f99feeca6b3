import { openOutput, type Streams } from "../report/Output.ts";
import { parseOptions } from "./options.ts";
import type { Overrides } from "./runDemo.ts";
import { REPORT } from "./report/place.ts";
import { requireNodeVersion } from "../node/requireNodeVersion.ts";
import { isUsageError } from "../node/UsageError.ts";
import { requireWritable } from "../report/requireWritable.ts";

/** What the process ends with. */
export const ExitCode = {
  /** Everything held. */
  Held: 0,
  /** Something that must hold did not, or the demo could not go on. */
  Broken: 1,
  /** The demo was called wrongly. */
  Misused: 2,
} as const;

/**
 * `make demo`: weeks of two options markets on a node of its own, every invariant checked after every block.
 * @returns the exit code, zero only where everything held
 */
export async function main(
  args: readonly string[],
  { streams = { out: process.stdout, err: process.stderr }, overrides = {} }: Surroundings = {},
): Promise<number> {
  try {
    const options = parseOptions(args, streams.out);
    if (options === undefined) return ExitCode.Held;
    const output = openOutput(streams, options);
    const startedAt = performance.now();
    requireNodeVersion("demo");
    requireWritable(overrides.report ?? REPORT);
    // Only now, so that help and mistakes are answered where nothing has been compiled yet.
    const { artifactsProblem } = await import("../requireProductionArtifacts.ts");
    // Without a limit on code size any profile's will do.
    const problem = overrides.allowUnlimitedContractSize === true ? undefined : artifactsProblem("demo");
    if (problem !== undefined) throw problem;
    const { runDemo } = await import("./runDemo.ts");
    await runDemo(options, { output, overrides });
    output.story(`everything held, in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
    return ExitCode.Held;
  } catch (error) {
    if (isUsageError(error)) {
      streams.err.write(`make demo: ${error.message}\n`);
      return ExitCode.Misused;
    }
    const { explainError } = await import("@bulkhead/sdk");
    streams.err.write(`\nthe demo stops: ${explainError(error)}\n`);
    return ExitCode.Broken;
  }
}

export interface Surroundings {
  readonly streams?: Streams;
  readonly overrides?: Overrides;
}
