import { FLOOR_DIVISOR } from "./stepRiskCapital.ts";
import type { Capital } from "./types.ts";

/**
 * E_dep = max(E, max(a, C/8) − max(p, 0)), collateral: the capital at which providers come in and at which whoever takes risk
 * away is rebated, the larger of E and what was there before fresh deposits (`RiskCapital.forDeposits`).
 *
 * @param capital after the block's step
 */
export function capitalDep({
  riskCapital,
  actual,
  collateral,
  fresh,
}: Pick<Capital, "collateral" | "riskCapital" | "actual" | "fresh">): number {
  return Math.max(riskCapital, Math.max(actual, collateral / FLOOR_DIVISOR) - Math.max(fresh, 0));
}
