import { Command, CommanderError } from "commander";
import { z } from "zod";

import { misunderstood } from "../misunderstood.ts";
import { UsageError } from "../node/UsageError.ts";

/** What the person who compares quotes may choose. */
export interface QuotesOptions {
  /** Path of a CSV file of option quotes. */
  readonly chain: string;
  /** Only this tier. */
  readonly tier?: string;
  /** Whether orders bring a signed price; otherwise the push feed's confidence holds. */
  readonly signed: boolean;
  /** Realised volatility, percent a year; left out, the market's seed. */
  readonly realised?: number;
  readonly json: boolean;
}

const MAX_REALISED = 500;

/** As commander hands them over. */
const Given = z.object({
  chain: z.string().min(1),
  tier: z.string().optional(),
  signed: z.boolean().default(false),
  push: z.boolean().default(false),
  realised: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,6})?$/)
    .transform(Number)
    .pipe(z.number().max(MAX_REALISED))
    .optional(),
  json: z.boolean(),
});

/** What each option is to be, for whoever gave another value. */
const EXPECTED: Readonly<Record<string, string>> = {
  chain: "the path of a CSV file of option quotes (see docs/reference/option-chain-files.md)",
  tier: "the name of a tier in deploy/parameters/usdcMarkets.ts",
  realised: `percent a year, 0 to ${MAX_REALISED}`,
};

/**
 * Reads the command line (without the program's name).
 * @returns undefined where help was asked for and has been printed
 * @throws UsageError on a mistake
 */
export function parseOptions(
  args: readonly string[],
  out: { write(text: string): unknown },
): QuotesOptions | undefined {
  const command = new Command("make quotes")
    .usage("ARGS='--chain FILE.csv [options]'")
    .description(
      "Prices 0.1 of every option with open interest in a real option chain as our vaults would, at 10, 50 and 80 % " +
        "utilisation, beside the exchange's own bid and ask. Tables on stdout, charts in out/quotes.html.",
    )
    .option(
      "--chain <file.csv>",
      "option quotes of a real market, as make demo takes them; see docs/reference/option-chain-files.md",
    )
    .option("--tier <name>", "only the vaults of this tier")
    .option("--signed", "orders bring a price that reporters signed (the default)")
    .option("--push", "they don't: what the push feeds leave uncertain is charged for")
    .option("--realised <percent>", "realised volatility, under which no ask goes; the market's seed where left out")
    .option("--json", "print everything as one JSON object instead of tables", false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined });

  try {
    return checked(command.parse([...args], { from: "user" }).opts());
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return undefined;
    throw new UsageError({
      expected: "--chain, --tier, --signed, --push, --realised, --json or --help",
      got: misunderstood(error),
      action: "see make quotes ARGS='--help'",
    });
  }
}

function checked(given: Record<string, unknown>): QuotesOptions {
  const { success, data, error } = Given.safeParse(given);
  if (!success) {
    const option = String(error.issues[0]?.path[0] ?? "chain");
    const value = given[option];
    throw new UsageError({
      expected: `--${option} to be ${EXPECTED[option] ?? "valid"}`,
      got: typeof value === "string" ? `"${value}"` : "none",
      action: "for example make quotes ARGS='--chain chain.csv --realised 40'",
    });
  }
  const { chain, tier, signed, push, realised, json } = data;
  if (signed && push) {
    throw new UsageError({
      expected: "one of --signed and --push",
      got: "both",
      action: "leave one of them out",
    });
  }
  return {
    chain,
    signed: !push,
    json,
    ...(tier === undefined ? {} : { tier }),
    ...(realised === undefined ? {} : { realised }),
  };
}
