import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { SECONDS_PER_YEAR } from "@bulkhead/sdk";

import { UsageError } from "../node/UsageError.ts";

/** One trading day's closing price. */
export interface Close {
  /** Unix seconds: the New York close is taken to be at 21:00 UTC all year. */
  readonly at: number;
  readonly price: number;
}

const CLOSING_SECOND = 21 * 3_600;
const DATE_COLUMN = "date";
const CLOSE_COLUMN = "close";

/** Daily closes of the S&P 500 from 3 January 2000 to 17 April 2020, from the npm package `vega-datasets`. */
export async function readHistory(): Promise<Close[]> {
  const library = createRequire(import.meta.url).resolve("vega-datasets");
  const file = join(library, "../../data/sp500-2000.csv");
  return parseHistory(await readFile(file, "utf8"));
}

/**
 * Closes out of a CSV with a header; days ascending, prices positive.
 * @throws UsageError naming the line
 */
export function parseHistory(text: string): Close[] {
  const [header = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const columns = header.split(",").map((name) => name.trim().toLowerCase());
  const [date, close] = [DATE_COLUMN, CLOSE_COLUMN].map((name) => columns.indexOf(name)) as [number, number];
  if (date < 0 || close < 0) throw malformed(1, `columns "${DATE_COLUMN}" and "${CLOSE_COLUMN}"`, header);
  const closes: Close[] = [];
  for (const [index, line] of lines.entries()) {
    const cells = line.split(",");
    const at = Date.parse(`${cells[date] ?? ""}T00:00:00Z`) / 1_000 + CLOSING_SECOND;
    const price = Number(cells[close] ?? "");
    if (!(at > (closes.at(-1)?.at ?? -Infinity))) throw malformed(index + 2, "a date after the line before", line);
    if (!(Number.isFinite(price) && price > 0)) throw malformed(index + 2, "a closing price above zero", line);
    closes.push({ at, price });
  }
  return closes;
}

/** Realised volatility of all closes, a year of 365 days. */
export function volatilityOf(closes: readonly Close[]): number {
  const squares = closes
    .slice(1)
    .reduce((sum, { price }, i) => sum + Math.log(price / (closes[i]?.price ?? NaN)) ** 2, 0);
  const span = (closes.at(-1)?.at ?? NaN) - (closes[0]?.at ?? NaN);
  return Math.sqrt((squares * SECONDS_PER_YEAR) / span);
}

/** The same path with every log return multiplied so that the whole has a given volatility. */
export function rescaled(closes: readonly Close[], volatility: number): Close[] {
  const factor = volatility / volatilityOf(closes);
  const first = closes[0]?.price ?? NaN;
  return closes.map(({ at, price }) => ({ at, price: first * (price / first) ** factor }));
}

function malformed(line: number, expected: string, got: string): UsageError {
  return new UsageError({
    expected: `${expected} in line ${line} of the price history`,
    got: `"${got.slice(0, 60)}"`,
    action: "reinstall vega-datasets",
  });
}
