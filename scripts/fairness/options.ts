import { Command, CommanderError, Option } from "commander";
import { z } from "zod";

import { misunderstood } from "../misunderstood.ts";
import { UsageError } from "../node/UsageError.ts";

const MAX_TRIALS = 100_000_000;
const MAX_SEED = 2 ** 32 - 1;

const whole = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));

const TIERS = ["shipped", "triple"] as const;
const FEEDS = ["push", "signed"] as const;
const MOVES = ["deep", "shallow"] as const;

const schemas = {
  search: z.object({
    trials: whole(1, MAX_TRIALS),
    seed: whole(0, MAX_SEED),
    horizon: z.enum(["minutes", "days"]),
    parties: z.enum(["strangers", "holders"]),
    tiers: z.enum(TIERS),
    feed: z.enum(FEEDS),
    moves: z.enum(MOVES),
    limits: z.enum(["all", "trades"]),
    rule: z.enum(["slow", "first"]),
    refine: whole(0, 1_000_000),
    json: z.boolean(),
  }),
  attacks: z.object({ tiers: z.enum(TIERS), feed: z.enum(FEEDS), markdown: z.boolean(), json: z.boolean() }),
  bounds: z.object({
    trials: whole(1, MAX_TRIALS),
    seed: whole(0, MAX_SEED),
    moves: z.enum(MOVES),
    json: z.boolean(),
  }),
};

export type SearchOptions = z.infer<typeof schemas.search>;
export type AttackOptions = z.infer<typeof schemas.attacks>;
export type BoundsOptions = z.infer<typeof schemas.bounds>;

/** What the person who runs it wants to see. */
export type FairnessOptions =
  | ({ readonly command: "search" } & SearchOptions)
  | ({ readonly command: "attacks" } & AttackOptions)
  | ({ readonly command: "bounds" } & BoundsOptions);

/**
 * Reads the command line (without the program's name).
 * @returns undefined where help was asked for and has been printed
 * @throws UsageError on a mistake
 */
export function parseOptions(
  args: readonly string[],
  out: { write(text: string): unknown },
): FairnessOptions | undefined {
  let chosen: FairnessOptions | undefined;
  const program = new Command("make fairness")
    .usage("ARGS='[search|attacks|bounds] [options]'")
    .description(
      "Looks for gains at others' expense in a model of one vault. Tables on stdout, progress on stderr. " +
        "Options of each command: make fairness ARGS='attacks --help'.",
    )
    .configureHelp({ visibleOptions: () => [] });

  const search = program
    .command("search", { isDefault: true })
    .description("plays random closed cycles of one party among honest people (the default)")
    .usage("ARGS='[search] [options]'")
    .option("--trials <number>", "closed cycles to play", "200000")
    .option("--seed <number>", "seed of the random choices", "1")
    .addOption(choice("--horizon <length>", "how long a cycle takes: 20 minutes or 10 days", ["minutes", "days"]))
    .addOption(choice("--parties <who>", "trades only, or shares too", ["strangers", "holders"]))
    .addOption(choice("--tiers <which>", "λ and β as shipped, or three times that", TIERS))
    .addOption(choice("--feed <kind>", "spot by push feeds, or by young signed prices", FEEDS))
    .addOption(choice("--moves <size>", "spot moves to 0.3 or 3, or by 5 % at most", MOVES))
    .addOption(choice("--limits <whose>", "who has a limit of 1 %: everybody, or only who trades", ["all", "trades"]))
    .addOption(choice("--rule <which>", "the rule of E: the slow one, or that of a single E", ["slow", "first"]))
    .option("--refine <number>", "changes to try on each of the best cycles", "0");
  const attacks = program
    .command("attacks")
    .description("tries each known attack over a grid, under the rule of a single E and this one")
    .usage("ARGS='attacks [options]'")
    .addOption(choice("--tiers <which>", "λ and β as shipped, or three times that", TIERS))
    .addOption(choice("--feed <kind>", "spot by push feeds, or by young signed prices", FEEDS))
    .option("--markdown", "print one Markdown table, a row an attack", false);
  const bounds = program
    .command("bounds")
    .description("plays random cycles at multiples of λ and β and at the ends of the other parameters")
    .usage("ARGS='bounds [options]'")
    .option("--trials <number>", "closed cycles to play in each cell", "200000")
    .option("--seed <number>", "seed of the random choices", "1")
    .addOption(choice("--moves <size>", "spot moves to 0.3 or 3, or by 5 % at most", ["shallow", "deep"]));

  for (const command of [program, search, attacks, bounds]) {
    command
      .allowExcessArguments(false)
      .exitOverride()
      .configureOutput({ writeOut: (text) => out.write(text), writeErr: () => undefined });
  }
  for (const command of [search, attacks, bounds]) {
    command.option("--json", "print JSON lines instead of tables", false);
  }
  search.action((raw) => {
    chosen = { command: "search", ...checked(schemas.search, raw) };
  });
  attacks.action((raw) => {
    chosen = { command: "attacks", ...checked(schemas.attacks, raw) };
  });
  bounds.action((raw) => {
    chosen = { command: "bounds", ...checked(schemas.bounds, raw) };
  });

  try {
    program.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed" || error.code === "commander.help") return undefined;
    throw new UsageError({
      expected: "search, attacks or bounds with their options",
      got: misunderstood(error),
      action: "see make fairness ARGS='--help'",
    });
  }
  return chosen;
}

/** An option that takes one of a few words, the first by default. */
function choice(flags: string, description: string, words: readonly [string, ...string[]]): Option {
  return new Option(flags, description).choices([...words]).default(words[0]);
}

function checked<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0] ?? "");
  const given = z.record(z.string(), z.unknown()).parse(raw)[name];
  throw new UsageError({
    expected: `--${name} to be a whole number ${RANGES[name] ?? ""}`.trim(),
    got: `"${String(given)}"`,
    action: `for example make fairness ARGS='--${name} ${name === "seed" ? 7 : 1_000}'`,
  });
}

const RANGES: Readonly<Record<string, string>> = {
  trials: `from 1 to ${MAX_TRIALS}`,
  seed: `from 0 to ${MAX_SEED}`,
  refine: "from 0 to 1000000",
};
