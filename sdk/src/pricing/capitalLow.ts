import { FLOOR_DIVISOR } from "./stepRiskCapital.ts";
import type { Capital } from "./types.ts";

/**
 * E_low(w) = min(E, max(a − w, (C − w)/8)), collateral: the capital at which whoever adds risk is charged, and at which NAV
 * stands (`RiskCapital.low`).
 *
 * @param capital after the block's step
 * @param leaving w, collateral that leaves or has a claim to; zero where left out
 */
export function capitalLow(
  { riskCapital, actual, collateral }: Pick<Capital, "collateral" | "riskCapital" | "actual">,
  leaving = 0,
): number {
  return Math.min(riskCapital, Math.max(0, actual - leaving, (collateral - leaving) / FLOOR_DIVISOR));
}
