/**
 * Fails where tests reach fewer lines of `contracts/` than the bar. Stand-ins for local networks do not count.
 *
 * Usage: tsx scripts/check-coverage.ts     after `hardhat test --coverage`
 */
import { readFileSync } from "node:fs";

const REPORT = "coverage/lcov.info";
const BAR_PERCENT = 98;

/** Lines found and hit, and the numbers of those missed, by source file. */
function readReport(): Map<string, { lines: number; missed: number[] }> {
  const files = new Map<string, { lines: number; missed: number[] }>();
  let current = { lines: 0, missed: [] as number[] };
  for (const line of readFileSync(REPORT, "utf8").split("\n")) {
    const [tag, rest = ""] = line.split(/:(.*)/s);
    if (tag === "SF") {
      current = { lines: 0, missed: [] };
      const counts = rest.startsWith("contracts/") && !rest.startsWith("contracts/devnet/");
      if (counts) files.set(rest, current);
    } else if (tag === "DA") {
      const [number, hits] = rest.split(",");
      current.lines += 1;
      if (Number(hits) === 0) current.missed.push(Number(number));
    }
  }
  return files;
}

const files = [...readReport()].filter(([, { lines }]) => lines > 0);
const lines = files.reduce((sum, [, file]) => sum + file.lines, 0);
const missed = files.reduce((sum, [, file]) => sum + file.missed.length, 0);
const percent = lines === 0 ? 0 : ((lines - missed) / lines) * 100;

for (const [name, file] of files) {
  if (file.missed.length > 0) console.log(`${name}: not reached ${file.missed.join(", ")}`);
}
console.log(`Coverage: ${percent.toFixed(2)} % of ${lines} lines of contracts/ (bar ${BAR_PERCENT} %).`);
process.exitCode = percent >= BAR_PERCENT ? 0 : 1;
