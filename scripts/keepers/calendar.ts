export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** Options expire at 08:00 UTC; 2 January 1970, the first Friday, was a day after the epoch. Unix seconds. */
const EXPIRY_HOUR = 8 * HOUR;
const FIRST_FRIDAY = DAY + EXPIRY_HOUR;

/** The Fridays after `time` at 08:00 UTC, `count` of them. */
export function comingFridays(time: number, count: number): number[] {
  return coming(WEEK, { after: time, first: FIRST_FRIDAY, count });
}

/** The days after `time` at 08:00 UTC, `count` of them. */
export function comingDays(time: number, count: number): number[] {
  return coming(DAY, { after: time, first: EXPIRY_HOUR, count });
}

function coming(step: number, { after, first, count }: { after: number; first: number; count: number }): number[] {
  const next = first + Math.floor((after - first) / step + 1) * step;
  return Array.from({ length: count }, (_, index) => next + index * step);
}
