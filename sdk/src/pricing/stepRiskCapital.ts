import { SECONDS_PER_DAY } from "../units/constants.ts";
import type { Capital } from "./types.ts";

/** Actual capital counts as no less than this part of the collateral: an insolvent vault still has a finite charge. */
export const FLOOR_DIVISOR = 8;

/** Seconds in which half of what E lacks is made up, and in which the recent charge halves. */
const HALF_LIFE = SECONDS_PER_DAY;
/** A step counts no more seconds than these. */
const MAX_STEP = 6 * 3_600;
/** E doubles at most once in so many seconds. */
const DOUBLING_TIME = MAX_STEP;

/**
 * The block's step, before anything is priced (`RiskCapital.step`): E goes halfway to actual capital a day, at most six
 * hours' worth a step, and never more than doubles in six hours.
 *
 *   d = min(Δ, 6 h),  A = max(C − Σn·v, C/8),  k = 1 − 2^(−d/1 day)
 *   E' = min(E + k·(A − E), max(E, m)·2^(d/6 h)),  k' = (E' − E)/(A − E),  p' = p·(1 − k'),  a' = A
 *   Rb' = Rb·2^(−Δ/1 day)
 *
 * @param capital as stored
 * @param context `value`, Σ n·v of the book in collateral; `now`, unix seconds
 * @returns after the step; the same where no time has passed
 */
export function stepRiskCapital(capital: Capital, { value, now }: { value: number; now: number }): Capital {
  if (now <= capital.updatedAt) return capital;
  const { collateral, riskCapital, fresh, recentCharge, doublingBase } = capital;
  const elapsed = now - capital.updatedAt;
  const counted = Math.min(elapsed, MAX_STEP);
  const actual = Math.max(collateral - value, collateral / FLOOR_DIVISOR);
  const gap = actual - riskCapital;
  const share = 1 - 2 ** (-counted / HALF_LIFE);
  const bound = Math.max(riskCapital, doublingBase) * 2 ** (counted / DOUBLING_TIME);
  const unbounded = riskCapital + share * gap;
  // Downwards E is bound by nothing but its half-life.
  const next = gap > 0 ? Math.min(unbounded, bound) : unbounded;
  const taken = next === unbounded ? share : (next - riskCapital) / gap;
  return {
    ...capital,
    riskCapital: next,
    actual,
    fresh: fresh * (1 - taken),
    recentCharge: recentCharge * 2 ** (-elapsed / HALF_LIFE),
    updatedAt: now,
  };
}
