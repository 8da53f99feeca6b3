import { SECONDS_PER_DAY } from "@bulkhead/sdk";

/** From one week's last trading day to the next one's: an option's life. Indices of trading days. */
export interface Week {
  readonly opens: number;
  readonly expires: number;
}

/** Day 4 (1970-01-05) was a Monday. */
const FIRST_MONDAY = 4;
const DAYS_A_WEEK = 7;

/**
 * The weekly rhythm of a series of trading days (unix seconds, ascending): options are written at the close of a week's
 * last trading day and expire at the close of the next week's last one, be that a Friday or, before a holiday, a Thursday.
 * Neither the first days nor the last ones that belong to no whole week are used.
 * @param days unix seconds
 * @param from the first index that a week may open at
 */
export function weeksOf(days: readonly number[], from = 0): Week[] {
  const week = (at: number): number => Math.floor((Math.floor(at / SECONDS_PER_DAY) - FIRST_MONDAY) / DAYS_A_WEEK);
  const last = days.flatMap((at, i) => {
    const next = days[i + 1];
    return i >= from && next !== undefined && week(next) !== week(at) ? [i] : [];
  });
  return last.slice(1).map((expires, i) => ({ opens: last[i] ?? 0, expires }));
}
