import { DAY, HOUR, MINUTE, WEEK } from "../markets/calendar.ts";
import { UsageError } from "./UsageError.ts";

const SECONDS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY, w: WEEK };
const LONGEST = 52 * WEEK;

/**
 * Seconds of a time as people write it: "90m", "6h", "1d", "2w".
 * @throws UsageError where it is no such time, or longer than a year's weeks
 */
export function parseDuration(text: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const seconds = Number(count) * (SECONDS[unit] ?? Number.NaN);
  if (seconds > 0 && seconds <= LONGEST) return seconds;
  throw new UsageError({
    expected: "a time such as 90m, 6h, 1d or 2w, at most 52w",
    got: `"${text}"`,
    action: "for example make warp ARGS='1d'",
  });
}
