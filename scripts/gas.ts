/**
 * Gas figures under the production profile, into `snapshots/gas.json`: a flat object of numbers.
 *
 * Usage: tsx scripts/gas.ts [--check]     after `hardhat build --build-profile production --no-tests`
 * Single calls are measured by the Solidity tests of `test/gas`, whole transactions by `scripts/gas`. Writes the
 * snapshot, or with --check compares with it: a figure that moved by more than layout moves it, is gone or is new, fails.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { Figures } from "./gas/Figures.ts";
import { measureCalls } from "./gas/measureCalls.ts";
import { measureMargin } from "./gas/measureMargin.ts";
import { measureQueue } from "./gas/measureQueue.ts";
import { measureQuoter } from "./gas/measureQuoter.ts";
import { measureSignedSpot } from "./gas/measureSignedSpot.ts";
import { measureSwaps } from "./gas/measureSwaps.ts";
import { measureTransactions } from "./gas/measureTransactions.ts";
import { requireProductionArtifacts } from "./requireProductionArtifacts.ts";

const SNAPSHOT = "snapshots/gas.json";
/** By how much a figure may differ: the IR compiler lays the same code out a little differently from job to job. */
const TOLERANCE_SHARE = 0.01;
const TOLERANCE_GAS = 10;

const isClose = (before: number, now: number): boolean =>
  Math.abs(now - before) <= Math.max(before * TOLERANCE_SHARE, TOLERANCE_GAS);

function differences(committed: Figures, measured: Figures): string[] {
  const keys = [...new Set([...Object.keys(committed), ...Object.keys(measured)])].sort();
  return keys.flatMap((key) => {
    const [before, now] = [committed[key], measured[key]];
    if (before === undefined) return [`${key}: new, ${now ?? 0}`];
    if (now === undefined) return [`${key}: committed ${before}, no longer measured`];
    if (isClose(before, now)) return [];
    return [`${key}: committed ${before}, now ${now} (${(((now - before) / before) * 100).toFixed(1)} %)`];
  });
}

requireProductionArtifacts("gas");
const measured = {
  ...measureCalls(),
  ...(await measureTransactions()),
  ...(await measureMargin()),
  ...(await measureQueue()),
  ...(await measureQuoter()),
  ...(await measureSwaps()),
  ...(await measureSignedSpot()),
};
const figures = Object.fromEntries(Object.entries(measured).sort(([a], [b]) => (a < b ? -1 : 1)));

if (process.argv.includes("--check")) {
  const committed = existsSync(SNAPSHOT) ? Figures.parse(JSON.parse(readFileSync(SNAPSHOT, "utf8"))) : {};
  const complaints = differences(committed, figures);
  for (const complaint of complaints) console.error(complaint);
  console.log(
    `Gas: ${Object.keys(figures).length} figures` +
      (complaints.length === 0
        ? " as committed."
        : `, ${complaints.length} complaints; make gas rewrites the snapshot.`),
  );
  process.exitCode = complaints.length === 0 ? 0 : 1;
} else {
  writeFileSync(SNAPSHOT, `${JSON.stringify(figures, null, 2)}\n`);
  for (const [key, gas] of Object.entries(figures)) console.log(`${key.padEnd(32)} ${gas}`);
}
