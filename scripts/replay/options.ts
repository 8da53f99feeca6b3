import { Command, CommanderError } from "commander";

import { misunderstood } from "../misunderstood.ts";
import { UsageError } from "../node/UsageError.ts";

/** What the person who runs the replay may choose. */
export interface ReplayOptions {
  /** At-the-money implied over realised volatility. */
  readonly premium: number;
  /** Lock that each week's buyers ask for, as a share of the vault's risk capital. */
  readonly demand: number;
  /** How much dearer than the market, in volatility, the average buyer still buys. */
  readonly tolerance: number;
  /** Volatility of the scaled world, percent a year. */
  readonly volatility: number;
  /** Seeds the order in which a week's buyers come. */
  readonly seed: number;
  readonly json: boolean;
}

const MAX_SEED = 2 ** 32 - 1;

/**
 * Reads the command line (without the program's name).
 * @returns undefined where help was asked for and has been printed
 * @throws UsageError on a mistake
 */
export function parseOptions(
  args: readonly string[],
  out: { write(text: string): unknown },
): ReplayOptions | undefined {
  const command = new Command("make replay")
    .usage("ARGS='[options]'")
    .description(
      "Replays twenty years of the S&P 500 (2000-2020) through the vaults' economics: what providers would have earned and " +
        "lost, for each tier and for risk aversion and capacity rent on a grid. Tables on stdout, charts in out/replay/.",
    )
    .option(
      "--premium <ratio>",
      "implied over realised volatility",
      number("--premium", { minimum: 0.5, maximum: 3 }),
      1.1,
    )
    .option(
      "--demand <share>",
      "collateral that each week's buyers ask for, as a share of the vault's",
      number("--demand", { minimum: 0.01, maximum: 10 }),
      1,
    )
    .option(
      "--tolerance <share>",
      "how much dearer than the market, in volatility, the average buyer still buys",
      number("--tolerance", { minimum: 0.01, maximum: 2 }),
      0.2,
    )
    .option(
      "--volatility <percent>",
      "volatility of the second, scaled history",
      number("--volatility", { minimum: 10, maximum: 150 }),
      65,
    )
    .option("--seed <number>", "seed of the order in which a week's buyers come", seed, 7)
    .option("--json", "print results as JSON lines instead of tables", false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined });

  try {
    return command.parse([...args], { from: "user" }).opts<ReplayOptions>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({
      expected: "--premium, --demand, --tolerance, --volatility, --seed, --json or --help",
      got: misunderstood(error),
      action: "see make replay ARGS='--help'",
    });
  }
}

/** A parser of one option that takes plain decimal numbers within bounds and nothing else. */
function number(option: string, { minimum, maximum }: { minimum: number; maximum: number }) {
  return (text: string): number => {
    const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
    if (value >= minimum && value <= maximum) return value;
    throw mistake(option, {
      expected: `a number from ${minimum} to ${maximum}`,
      text,
      example: Math.max(minimum, 1.2),
    });
  };
}

function seed(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value <= MAX_SEED) return value;
  throw mistake("--seed", { expected: `a whole number from 0 to ${MAX_SEED}`, text, example: 7 });
}

function mistake(
  option: string,
  { expected, text, example }: { expected: string; text: string; example: number },
): UsageError {
  return new UsageError({
    expected: `${option} to be ${expected}`,
    got: `"${text}"`,
    action: `for example make replay ARGS='${option} ${example}'`,
  });
}
