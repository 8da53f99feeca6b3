import { comingExpiries } from "@bulkhead/sdk/keeper";

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** The Fridays after `time` at 08:00 UTC, `count` of them. */
export function comingFridays(time: number, count: number): number[] {
  return comingExpiries(time, { weeklies: count });
}
