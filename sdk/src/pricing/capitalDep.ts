import { FLOOR_DIVISOR, type SlowCapital } from "./SlowCapital.ts";

/**
 * E_dep = max(E, max(a, C/8) − max(p, 0)): the capital at which providers come in and at which whoever takes risk away is
 * rebated, the larger of E and what was there before fresh deposits.
 *
 * @param capital after the block's step
 */
export function capitalDep({ riskCapital, actualCapital, collateral, freshFlow }: SlowCapital): number {
  return Math.max(riskCapital, Math.max(actualCapital, collateral / FLOOR_DIVISOR) - Math.max(freshFlow, 0));
}
