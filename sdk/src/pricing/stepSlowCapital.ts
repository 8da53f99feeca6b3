import { SECONDS_PER_DAY } from "../units/constants.ts";
import { FLOOR_DIVISOR, type SlowCapital } from "./SlowCapital.ts";

const HALF_LIFE = SECONDS_PER_DAY;
const MAX_STEP = 6 * 3_600;
/** E doubles at most once in this time. */
const DOUBLING_TIME = 6 * 3_600;

/**
 * The block's step of E, before anything is priced: halfway to actual capital a day, at most six hours' worth a step, and
 * never more than doubling in six hours.
 *
 *   d = min(Δ, 6 h),  A = max(C − Σn·v, C/8),  k = 1 − 2^(−d/1 day)
 *   E' = min(E + k·(A − E), max(E, m)·2^(d/6 h)),  p' = p − k'·p with k' = (E' − E)/(A − E),  a' = A
 *
 * @param capital as stored
 * @param context Σ n·v of the book; now in unix seconds; m, the least first deposit: the doubling bound counts from it
 * where E is smaller, and as a constant of the vault no flow can lift it
 */
export function stepSlowCapital(
  capital: SlowCapital,
  { value, now, leastDeposit }: { value: number; now: number; leastDeposit: number },
): SlowCapital {
  if (now <= capital.updatedAt) return capital;
  const { collateral, riskCapital, freshFlow } = capital;
  const elapsed = Math.min(now - capital.updatedAt, MAX_STEP);
  const actualCapital = Math.max(collateral - value, collateral / FLOOR_DIVISOR);
  const gap = actualCapital - riskCapital;
  const share = 1 - 2 ** (-elapsed / HALF_LIFE);
  const bound = Math.max(riskCapital, leastDeposit) * 2 ** (elapsed / DOUBLING_TIME);
  const next = Math.min(riskCapital + share * gap, bound);
  const taken = gap === 0 ? share : (next - riskCapital) / gap;
  return { collateral, riskCapital: next, actualCapital, freshFlow: freshFlow - taken * freshFlow, updatedAt: now };
}
