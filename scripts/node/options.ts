import { Command, CommanderError } from "commander";

import { misunderstood } from "../misunderstood.ts";
import { UsageError } from "./UsageError.ts";

/** What `make node` was asked for. */
export interface NodeRunOptions {
  /** On loopback; zero for any free one. */
  readonly port: number;
  /** Simulated seconds a real second. */
  readonly speed: number;
  /** Whether prices and volatility stay as they begin. */
  readonly still: boolean;
  readonly seed: number;
}

export const DEFAULT_PORT = 8_545;
const MAX_PORT = 65_535;
const MAX_SPEED = 100_000;
const MAX_SEED = 2 ** 31 - 1;

const HELP = "see make node ARGS='--help'";

/**
 * Reads the options of `make node`. Undefined where help was asked for, and has been printed.
 * @throws UsageError where one is not understood
 */
export function parseOptions(
  args: readonly string[],
  out: { write(text: string): unknown } = process.stdout,
): NodeRunOptions | undefined {
  const command = new Command("make node")
    .usage("ARGS='[options]'")
    .description("Starts a JSON-RPC node on loopback with Bulkhead deployed and accounts funded, until interrupted.")
    .option("--port <number>", "port on loopback, 0 for any free one", whole("--port", 0, MAX_PORT), DEFAULT_PORT)
    .option("--speed <number>", "simulated seconds a real second", whole("--speed", 1, MAX_SPEED), 1)
    .option("--still", "prices and volatility stay as they begin", false)
    .option("--seed <number>", "of the simulated prices", whole("--seed", 0, MAX_SEED), 1)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: () => undefined })
    .exitOverride();
  try {
    return command.parse([...args], { from: "user" }).opts<NodeRunOptions>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({ expected: "options of make node", got: misunderstood(error), action: HELP });
  }
}

function whole(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new UsageError({
      expected: `${name} to be a whole number from ${least} to ${most}`,
      got: `"${text}"`,
      action: HELP,
    });
  };
}
