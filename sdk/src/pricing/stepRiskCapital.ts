import { SECONDS_PER_DAY } from "../units/constants.ts";
import type { Capital } from "./types.ts";

const HALF_LIFE = SECONDS_PER_DAY;
const MAX_STEP = 6 * 3_600;
const FLOOR_DIVISOR = 8;

/**
 * E after this block's rule: losses are felt at once, gains with a half-life of a day and at most six hours' worth a
 * step; never below an eighth of the collateral.
 *
 * @param capital as stored
 * @param context Σ n·v of the book, and now in unix seconds
 */
export function stepRiskCapital(capital: Capital, { value, now }: { value: number; now: number }): number {
  if (now <= capital.updatedAt) return capital.riskCapital;
  const available = Math.max(0, capital.collateral - value);
  const elapsed = Math.min(now - capital.updatedAt, MAX_STEP);
  const stepped =
    available <= capital.riskCapital
      ? available
      : available - (available - capital.riskCapital) * 2 ** (-elapsed / HALF_LIFE);
  return Math.max(stepped, capital.collateral / FLOOR_DIVISOR);
}
