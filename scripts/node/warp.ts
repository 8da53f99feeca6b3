import { Command, CommanderError } from "commander";
import { z } from "zod";

import { misunderstood } from "../misunderstood.ts";
import { DAY } from "../markets/calendar.ts";
import { askNode, DEFAULT_URL } from "./askNode.ts";
import { parseDuration } from "./parseDuration.ts";
import { isUsageError, UsageError } from "./UsageError.ts";

const Arrival = z.object({ time: z.number(), isFresh: z.boolean(), problems: z.array(z.string()) });
type Arrival = z.infer<typeof Arrival>;

const HELP = "see make warp ARGS='--help'";

/** What the process ends with. */
const ExitCode = {
  /** There, and every market fresh. */
  Arrived: 0,
  /** There, but a market only closes positions. */
  Stale: 1,
  /** Called wrongly, or there is no node. */
  Misused: 2,
} as const;

export interface Streams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
}

/**
 * `make warp`: lets time pass on a node that `make node` started, a day at a time. Where it got to is one JSON line on stdout.
 * @returns the exit code
 */
export async function main(
  args: readonly string[],
  { out, err }: Streams = { out: process.stdout, err: process.stderr },
): Promise<number> {
  try {
    const options = parseOptions(args, out);
    if (options === undefined) return ExitCode.Arrived;
    const { seconds, url } = options;
    let arrival: Arrival | undefined;
    for (let left = seconds; left > 0; left -= DAY) {
      arrival = Arrival.parse(await askNode(url, "bulkhead_warp", [Math.min(left, DAY)]));
      err.write(`${new Date(arrival.time * 1_000).toISOString()}${arrival.isFresh ? "" : "  a market is not fresh"}\n`);
      for (const problem of arrival.problems) err.write(`  ${problem}\n`);
    }
    out.write(`${JSON.stringify(arrival)}\n`);
    return arrival?.isFresh === true ? ExitCode.Arrived : ExitCode.Stale;
  } catch (error) {
    if (!isUsageError(error)) throw error;
    err.write(`make warp: ${error.message}\n`);
    return ExitCode.Misused;
  }
}

function parseOptions(args: readonly string[], out: Streams["out"]): { seconds: number; url: string } | undefined {
  const command = new Command("make warp")
    .usage("ARGS='1d [--url URL]'")
    .description("Lets time pass on a running node: its markets live through it, and are fresh when this returns.")
    .argument("<time>", "how long: 90m, 6h, 1d, 2w")
    .option("--url <url>", "of the node", DEFAULT_URL)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined });
  try {
    command.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({ expected: "a time and perhaps --url", got: misunderstood(error), action: HELP });
  }
  return { seconds: parseDuration(String(command.args[0])), url: command.opts<{ url: string }>().url };
}
