/**
 * Mutation testing: changes one operator, constant or check of the contracts at a time and sees whether the tests notice.
 *
 * Usage: make mutants ARGS='--sample 24 --seed 7 --minutes 20 --only math'
 * A sample, drawn alike from each folder, in a copy of the project. Prints each mutant's fate as it is known and the score;
 * writes `out/mutants.json`. Succeeds whatever the score is: survivors are for people to judge.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Command, InvalidArgumentError } from "commander";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";

import { mutationsOf, type Mutation } from "./mutants/mutations.ts";
import { SUITES, type Suite } from "./mutants/suites.ts";
import { Workshop, type Fate } from "./mutants/Workshop.ts";

const WORKSHOP = "out/mutants";
const REPORT = "out/mutants.json";
/** A mutant may take this many times as long as the code as it is, compiling included. */
const PATIENCE = 3;
const MINUTE = 60_000;

interface Options {
  readonly sample: number;
  readonly seed: number;
  readonly minutes: number;
  readonly only?: string;
}

function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError(`expected a positive whole number, got "${text}"`);
}

function readOptions(): Options {
  const folders = SUITES.map(({ folder }) => folder);
  return new Command("make mutants")
    .usage("ARGS='[options]'")
    .option("--sample <number>", "mutants a folder", wholeNumber, 8)
    .option("--seed <number>", "seed of the sample", wholeNumber, 7)
    .option("--minutes <number>", "ends after so long, whatever is left", wholeNumber, 20)
    .option("--only <folder>", `one of ${folders.join(", ")}`, (folder) => {
      if (folders.includes(folder)) return folder;
      throw new InvalidArgumentError(`expected one of ${folders.join(", ")}, got "${folder}"`);
    })
    .parse()
    .opts<Options>();
}

/** `count` of the folder's mutations, equal for equal seeds. */
function sampleOf({ folder }: Suite, { sample, seed }: Options): Mutation[] {
  const path = join("contracts", folder);
  const all = readdirSync(path)
    .filter((name) => name.endsWith(".sol"))
    .sort()
    .flatMap((name) => mutationsOf(join(path, name), readFileSync(join(path, name), "utf8")));
  const random = xoroshiro128plus(seed);
  const drawn: Mutation[] = [];
  while (drawn.length < sample && all.length > 0) drawn.push(...all.splice(uniformInt(random, 0, all.length - 1), 1));
  return drawn;
}

const options = readOptions();
const deadline = Date.now() + options.minutes * MINUTE;
const results: { mutation: Mutation; fate: Fate }[] = [];
const workshop = new Workshop(WORKSHOP);
try {
  for (const suite of SUITES.filter(({ folder }) => options.only === undefined || options.only === folder)) {
    const startedAt = Date.now();
    console.error(`${suite.folder}: the tests without a mutant`);
    if (!(await workshop.passes(suite)))
      throw new Error(`expected the tests of ${suite.folder} to pass, got a failure`);
    const patience = PATIENCE * (Date.now() - startedAt);
    for (const mutation of sampleOf(suite, options)) {
      if (Date.now() > deadline) break;
      const fate = await workshop.fateOf(mutation, { suite, patience });
      results.push({ mutation, fate });
      const { file, line, before, after } = mutation;
      const change = `${before.replace(/\s+/g, " ").slice(0, 60)} -> ${after === "" ? "(dropped)" : after}`;
      console.error(`  ${fate.padEnd(16)} ${file}:${line}  ${change}`);
    }
  }
} finally {
  workshop.close();
}

mkdirSync("out", { recursive: true });
writeFileSync(REPORT, `${JSON.stringify(results, null, 2)}\n`);
const count = (...fates: Fate[]): number => results.filter(({ fate }) => fates.includes(fate)).length;
const [noticed, survived] = [count("killed", "too slow"), count("survived")];
console.log(
  `${noticed} of ${noticed + survived} mutants noticed (${((100 * noticed) / Math.max(1, noticed + survived)).toFixed(0)} %), ` +
    `${survived} survived, ${count("does not compile")} did not compile; all in ${REPORT}`,
);
