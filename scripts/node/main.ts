import { setTimeout as sleep } from "node:timers/promises";

import { parseOptions } from "./options.ts";
import { requireNodeVersion } from "./requireNodeVersion.ts";
import type { RunOptions } from "./runNode.ts";
import { toldToStop } from "./toldToStop.ts";
import { isUsageError } from "./UsageError.ts";

/** What the process ends with. */
const ExitCode = {
  /** Told to stop, or asked for help. */
  Ended: 0,
  /** Something went wrong. */
  Broken: 1,
  /** It was called wrongly. */
  Misused: 2,
  /** Told to stop before it had opened, as a shell has it. */
  Interrupted: 130,
} as const;

/** What a test may change. */
export type Overrides = Partial<Pick<RunOptions, "record" | "startsAt" | "allowUnlimitedContractSize">>;

/** Others may hold connections open; nobody waits longer for them. */
const PATIENCE_MS = 3_000;

/**
 * `make node`: a JSON-RPC node on loopback with the protocol deployed, accounts funded and markets that live, until it is
 * interrupted. One JSON line on stdout, and what a reader wants to know on stderr.
 */
export async function main(args: readonly string[], overrides: Overrides = {}): Promise<number> {
  const stop = toldToStop();
  try {
    const options = parseOptions(args);
    if (options === undefined) return ExitCode.Ended;
    requireNodeVersion("node");
    // Only now, so that help and mistakes are answered where nothing has been compiled yet.
    const { artifactsProblem } = await import("../requireProductionArtifacts.ts");
    // Without a limit on code size any profile's will do.
    const problem = overrides.allowUnlimitedContractSize === true ? undefined : artifactsProblem("node");
    if (problem !== undefined) throw problem;
    const [{ runNode }, { describe, toJson }] = await Promise.all([import("./runNode.ts"), import("./describe.ts")]);
    const announce = (): void => console.error("Deploying, opening two markets (half a minute or so).");
    const complain = (problem: string): void => console.error(problem);
    const node = await Promise.race([runNode({ ...options, announce, complain, ...overrides }), stop]);
    if (node === undefined) return ExitCode.Interrupted;
    console.log(toJson(node));
    console.error(describe(node, options));
    node.opened.problems.forEach(complain);
    await stop;
    await Promise.race([node.close(), sleep(PATIENCE_MS)]);
    return ExitCode.Ended;
  } catch (error) {
    if (!isUsageError(error)) {
      console.error(error);
      return ExitCode.Broken;
    }
    console.error(`make node: ${error.message}`);
    return ExitCode.Misused;
  }
}
