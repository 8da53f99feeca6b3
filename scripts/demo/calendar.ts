import { HOUR, WEEK } from "../markets/calendar.ts";

export { comingFridays, DAY, HOUR, MINUTE, WEEK } from "../markets/calendar.ts";

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
