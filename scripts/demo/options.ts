import { Command, CommanderError } from "commander";

import { misunderstood } from "../misunderstood.ts";
import { UsageError } from "../node/UsageError.ts";

/** What the person who runs the demo may choose. */
export interface DemoOptions {
  /** Seeds the market: equal seeds give equal runs. */
  readonly seed: number;
  readonly weeks: number;
  /** TCP port of the node on loopback; 0 takes any free one. */
  readonly port: number;
  readonly json: boolean;
  /** Path of a CSV file of option quotes from which a market starts. */
  readonly chain?: string;
}

const MAX_SEED = 2 ** 32 - 1;
/** The weeks in which everything of the story happens. */
const DEFAULT_WEEKS = 6;
const MAX_WEEKS = 8;
const MAX_PORT = 65_535;

/**
 * Reads the command line (without the program's name).
 * @returns undefined where help was asked for and has been printed
 * @throws UsageError on a mistake
 */
export function parseOptions(args: readonly string[], out: { write(text: string): unknown }): DemoOptions | undefined {
  const command = new Command("make demo")
    .usage("ARGS='[options]'")
    .description("Starts a node, deploys Bulkhead and lives through weeks of two options markets, checking as it goes.")
    .option(
      "--seed <number>",
      "seed of the simulated market",
      wholeNumber("--seed", { minimum: 0, maximum: MAX_SEED }),
      7,
    )
    .option(
      "--weeks <number>",
      `weeks to live through, 1 to ${MAX_WEEKS}; the crash comes in the fourth (of fewer, in the second), the stablecoin wobbles in the fifth`,
      wholeNumber("--weeks", { minimum: 1, maximum: MAX_WEEKS }),
      DEFAULT_WEEKS,
    )
    .option(
      "--port <number>",
      "port of the node on loopback, 0 for any free one",
      wholeNumber("--port", { minimum: 0, maximum: MAX_PORT }),
      0,
    )
    .option(
      "--chain <file.csv>",
      "option quotes of a real market, from which the demo's starts; see docs/reference/option-chain-files.md",
    )
    .option("--json", "print results as JSON lines instead of tables", false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined });

  try {
    return command.parse([...args], { from: "user" }).opts<DemoOptions>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({
      expected: "--seed, --weeks, --port, --chain, --json or --help",
      got: misunderstood(error),
      action: "see make demo ARGS='--help'",
    });
  }
}

/** A parser of one option that takes decimal whole numbers within bounds and nothing else. */
function wholeNumber(option: string, { minimum, maximum }: { minimum: number; maximum: number }) {
  return (text: string): number => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= minimum && value <= maximum) return value;
    throw new UsageError({
      expected: `${option} to be a whole number from ${minimum} to ${maximum}`,
      got: `"${text}"`,
      action: `for example make demo ARGS='${option} ${Math.max(minimum, Math.min(maximum, 2))}'`,
    });
  };
}
