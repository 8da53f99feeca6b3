export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** The weeks that the demo lives through. All times in unix seconds. */
export interface Calendar {
  readonly startsAt: number;
  /** A little after the last expiry. */
  readonly endsAt: number;
  readonly weeks: number;
  /** The Fridays at 08:00 UTC that end each week. */
  readonly expiries: readonly number[];
}

/** Friday, 2 January 2026, 09:00 UTC: an hour after a weekly expiry. */
const STARTS_AT = Date.UTC(2026, 0, 2, 9) / 1_000;
/** What is left to do after the last expiry takes no longer. */
const EPILOGUE = 3 * HOUR;

/** The calendar of a run of `weeks`. */
export function calendarOf(weeks: number): Calendar {
  const expiries = Array.from({ length: weeks }, (_, week) => STARTS_AT - HOUR + (week + 1) * WEEK);
  return { startsAt: STARTS_AT, endsAt: STARTS_AT - HOUR + weeks * WEEK + EPILOGUE, weeks, expiries };
}

/** The Fridays after `time` at 08:00 UTC, `count` of them. */
export function comingFridays(time: number, count: number): number[] {
  const first = STARTS_AT - HOUR + Math.floor((time - (STARTS_AT - HOUR)) / WEEK + 1) * WEEK;
  return Array.from({ length: count }, (_, index) => first + index * WEEK);
}
