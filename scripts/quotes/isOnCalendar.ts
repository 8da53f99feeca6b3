import { EXPIRY_SECOND, SECONDS_PER_DAY } from "@bulkhead/sdk";

/** How many of the coming days, Fridays and last Fridays of a month a vault lists. */
export interface CalendarRules {
  readonly dailies: number;
  readonly weeklies: number;
  readonly monthlies: number;
}

const DAYS_A_WEEK = 7;
/** Day 1 (1970-01-02) was a Friday. */
const FRIDAY = 1;

/** Whether a vault would list an expiry's day (unix seconds) now, by the rule of `ExpiryCalendar.sol`. */
export function isOnCalendar(expiry: number, { now, rules }: { now: number; rules: CalendarRules }): boolean {
  const day = Math.floor(expiry / SECONDS_PER_DAY);
  const lastDay = Math.floor((now - EXPIRY_SECOND) / SECONDS_PER_DAY);
  if (expiry <= now || day <= lastDay) return false;
  if (day - lastDay <= rules.dailies) return true;
  if (day % DAYS_A_WEEK !== FRIDAY) return false;
  const fridays = Array.from({ length: day - lastDay }, (_, i) => lastDay + 1 + i).filter(
    (candidate) => candidate % DAYS_A_WEEK === FRIDAY,
  );
  if (fridays.length <= rules.weeklies) return true;
  return isLastOfMonth(day) && fridays.filter(isLastOfMonth).length <= rules.monthlies;
}

function isLastOfMonth(friday: number): boolean {
  return monthOf(friday + DAYS_A_WEEK) !== monthOf(friday);
}

function monthOf(day: number): number {
  return new Date(day * SECONDS_PER_DAY * 1_000).getUTCMonth();
}
