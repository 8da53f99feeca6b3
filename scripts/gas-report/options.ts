import { existsSync } from "node:fs";

import { Command, CommanderError } from "commander";

import { misunderstood } from "../misunderstood.ts";
import { UsageError } from "../node/UsageError.ts";

/** What the person who runs it wants to see. */
export interface GasReportOptions {
  /** Mocha files that are run for it. */
  readonly files: readonly string[];
  /** What a unit of gas costs; without it no cost is shown. */
  readonly gwei?: number;
  /** What one ETH costs in `currency`; without it costs are in ETH. */
  readonly price?: number;
  readonly currency: string;
  /** Gas that a block has room for. */
  readonly block: number;
  /** Shows contracts of others too: tokens, stand-ins, packages. */
  readonly all: boolean;
  /** Shows methods that only read too. */
  readonly views: boolean;
  readonly json: boolean;
  /** Only sees whether the options are understood. */
  readonly dryRun: boolean;
}

/** Ethereum's since November 2025. */
const BLOCK_GAS = 60_000_000;

/**
 * Reads the command line (without the program's name). Undefined files are for the caller to choose.
 * @returns undefined where help was asked for and has been printed
 * @throws UsageError on a mistake
 */
export function parseOptions(
  args: readonly string[],
  out: { write(text: string): unknown },
): GasReportOptions | undefined {
  const command = new Command("make gas-report")
    .usage("ARGS='[options] [test files]'")
    .description(
      "Runs TypeScript tests (by default those of test/integration that need no node of their own) and shows what each method and " +
        "deployment used: as a table, and as Markdown in out/gas-report.md.",
    )
    .argument("[files...]", "mocha files")
    .option("--gwei <number>", "price of a unit of gas: adds what an average call costs", positive("--gwei", 2))
    .option("--price <number>", "price of one ETH: costs are shown in its currency", positive("--price", 3_000))
    .option("--currency <name>", "what --price is in", "USD")
    .option("--block <number>", "gas that a block has room for", positive("--block", BLOCK_GAS), BLOCK_GAS)
    .option("--all", "contracts of tests, stand-ins and packages too", false)
    .option("--views", "methods that only read too", false)
    .option("--json", "print JSON lines instead of a table", false)
    .option("--dry-run", "only see whether this is understood", false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined });

  try {
    command.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({
      expected: "test files, --gwei, --price, --currency, --block, --all, --views, --json, --dry-run or --help",
      got: misunderstood(error),
      action: "see make gas-report ARGS='--help'",
    });
  }
  const options = { ...command.opts<Omit<GasReportOptions, "files">>(), files: command.args };
  if (options.price !== undefined && options.gwei === undefined) {
    throw new UsageError({
      expected: "--gwei beside --price",
      got: "--price alone",
      action: `for example make gas-report ARGS='--gwei 2 --price ${options.price}'`,
    });
  }
  const missing = options.files.find((file) => !existsSync(file) || !file.endsWith(".test.ts"));
  if (missing !== undefined) {
    throw new UsageError({
      expected: "files of tests, *.test.ts",
      got: `"${missing}"`,
      action: "for example make gas-report ARGS='test/integration/vault/redeemQueue.test.ts'",
    });
  }
  return options;
}

/** A parser of one option that takes positive decimal numbers. */
function positive(option: string, example: number) {
  return (text: string): number => {
    const value = /^\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : NaN;
    if (value > 0) return value;
    throw new UsageError({
      expected: `${option} to be a positive number`,
      got: `"${text}"`,
      action: `for example make gas-report ARGS='${option} ${example}'`,
    });
  };
}
