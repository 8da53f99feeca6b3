/**
 * Gas figures under the production profile, into `snapshots/gas.json`: a flat object of numbers.
 *
 * Usage: tsx scripts/gas.ts [--check]
 * Runs `test/gas/**` (Solidity tests that record values whose keys begin with a stage and a dot) and writes the snapshot,
 * or with --check compares with it: a figure that rose by more than the tolerance, or is gone, or is new, fails.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { z } from "zod";

const SNAPSHOTS = "snapshots";
const SNAPSHOT = join(SNAPSHOTS, "gas.json");
const TESTS = "test/gas";
/** Share by which a figure may differ: the compiler may lay out the same code a little differently. */
const TOLERANCE = 0.005;
/** Figures that reach the snapshot are named `stage.name`; others are the tests' own intermediates. */
const FIGURE = /^[a-z]+\.[A-Za-z0-9.]+$/;

const Figures = z.record(z.string(), z.coerce.number().int().nonnegative());
type Figures = z.infer<typeof Figures>;

function gasTests(): string[] {
  return readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".t.sol"))
    .map((path) => join(TESTS, path))
    .sort();
}

/** Hardhat writes one file a group beside ours; they are read, merged and taken away again. */
function measure(): Figures {
  mkdirSync(SNAPSHOTS, { recursive: true });
  const kept = mkdtempSync(join(SNAPSHOTS, ".kept-"));
  const committed = readdirSync(SNAPSHOTS).filter((name) => name.endsWith(".json"));
  for (const name of committed) renameSync(join(SNAPSHOTS, name), join(kept, name));
  try {
    const run = spawnSync(
      "node_modules/.bin/hardhat",
      ["test", "solidity", "--build-profile", "production", "--snapshot", ...gasTests()],
      { encoding: "utf8" },
    );
    if (run.status !== 0) throw new Error(`expected the gas tests to pass, got:\n${run.stdout}\n${run.stderr}`);
    const figures: Figures = {};
    for (const name of readdirSync(SNAPSHOTS).filter((file) => file.endsWith(".json"))) {
      const group = Figures.parse(JSON.parse(readFileSync(join(SNAPSHOTS, name), "utf8")));
      for (const [key, value] of Object.entries(group)) if (FIGURE.test(key)) figures[key] = value;
      rmSync(join(SNAPSHOTS, name));
    }
    return figures;
  } finally {
    for (const name of committed) renameSync(join(kept, name), join(SNAPSHOTS, name));
    rmSync(kept, { recursive: true });
  }
}

function differences(expected: Figures, actual: Figures): string[] {
  const lines: string[] = [];
  for (const key of [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()) {
    const [was, is] = [expected[key], actual[key]];
    if (was === undefined) lines.push(`${key}: new, ${is ?? 0}; run \`make gas\``);
    else if (is === undefined) lines.push(`${key}: was ${was}, no longer measured`);
    else if (Math.abs(is - was) > was * TOLERANCE) {
      lines.push(`${key}: was ${was}, is ${is} (${(((is - was) / was) * 100).toFixed(1)} %)`);
    }
  }
  return lines;
}

const readSnapshot = (): Figures =>
  existsSync(SNAPSHOT) ? Figures.parse(JSON.parse(readFileSync(SNAPSHOT, "utf8"))) : {};

const figures = measure();
if (process.argv.includes("--check")) {
  // Figures of whole transactions come from elsewhere; here only those that the Solidity tests measure are compared.
  const stages = new Set(Object.keys(figures).map((key) => key.split(".")[0]));
  const committed = Object.fromEntries(Object.entries(readSnapshot()).filter(([key]) => stages.has(key.split(".")[0])));
  const lines = differences(committed, figures);
  for (const line of lines) console.error(line);
  if (lines.length > 0) process.exit(1);
  console.log(`Gas: ${Object.keys(figures).length} figures within ${TOLERANCE * 100} % of ${SNAPSHOT}.`);
} else {
  const merged = Object.fromEntries(
    Object.entries({ ...readSnapshot(), ...figures }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(SNAPSHOT, `${JSON.stringify(merged, null, 2)}\n`);
  for (const [key, value] of Object.entries(figures).sort()) console.log(`${key.padEnd(32)} ${value}`);
}
