import type { Capital } from "./types.ts";

/** What a vault is meant to hold, in least first deposits. */
export const USUAL_SIZE = 100;

/**
 * How E begins (`LedgerStorage.startCapital`): at a first deposit, or at one into an empty book that holds less than m. A constant
 * bounds it, as whoever comes first need not stay.
 *
 *   E = min(a, 100·m),  p = a − E
 *
 * @param capital a with the deposit in it, and m; collateral
 */
export function startRiskCapital({
  actual,
  doublingBase,
}: Pick<Capital, "actual" | "doublingBase">): Pick<Capital, "riskCapital" | "fresh"> {
  const riskCapital = Math.min(actual, USUAL_SIZE * doublingBase);
  return { riskCapital, fresh: actual - riskCapital };
}
