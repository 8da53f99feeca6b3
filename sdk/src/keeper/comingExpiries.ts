const DAY = 86_400;
const WEEK = 7;
/** 08:00 UTC. */
const EXPIRY_SECOND = 8 * 3_600;
/** 2 January 1970, the day numbered 1, was a Friday. */
const FRIDAY = 1;

/** How many expiries of each kind are on a vault's calendar (`IOptionVault.seriesRules`). */
export interface ExpiryCalendar {
  /** Of the coming days. */
  readonly dailies?: number;
  /** Of the coming Fridays. */
  readonly weeklies?: number;
  /** Of the coming last Fridays of a month. */
  readonly monthlies?: number;
}

/**
 * The expiries that a calendar has after a time, each at 08:00 UTC, as the vaults count them. Unix seconds, ascending.
 * @example
 * const fridays = comingExpiries(Number(now), { weeklies: 3 });
 */
export function comingExpiries(after: number, { dailies = 0, weeklies = 0, monthlies = 0 }: ExpiryCalendar): number[] {
  const first = Math.floor((after - EXPIRY_SECOND) / DAY) + 1;
  const days = new Set<number>();
  for (let count = 0; count < dailies; count++) days.add(first + count);
  let friday = first + ((FRIDAY - (first % WEEK) + WEEK) % WEEK);
  for (let weeks = 0, months = 0; weeks < weeklies || months < monthlies; friday += WEEK) {
    const isLast = monthOf(friday + WEEK) !== monthOf(friday);
    if (weeks++ < weeklies || (isLast && months < monthlies)) days.add(friday);
    if (isLast) months += 1;
  }
  return [...days].sort((one, other) => one - other).map((day) => day * DAY + EXPIRY_SECOND);
}

function monthOf(day: number): number {
  return new Date(day * DAY * 1_000).getUTCMonth();
}
