import { FLOOR_DIVISOR, type SlowCapital } from "./SlowCapital.ts";

/**
 * E_low(w) = min(E, max(a − w, (C − w)/8)): the capital at which whoever adds risk is charged, and at which NAV stands.
 *
 * @param capital after the block's step
 * @param leaving w, collateral that leaves or has a claim to; zero where left out
 */
export function capitalLow({ riskCapital, actualCapital, collateral }: SlowCapital, leaving = 0): number {
  const actual = Math.max(0, actualCapital - leaving, (collateral - leaving) / FLOOR_DIVISOR);
  return Math.min(riskCapital, actual);
}
