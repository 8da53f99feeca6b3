import type { Decimal } from "../units/Decimal.ts";
import { profileOf } from "./profileOf.ts";
import type { StrategyCost, StrategyLeg } from "./StrategyLeg.ts";

/** The best and worst profit in quote over all settlement prices of legs with one expiry; ±Infinity where unbounded. */
export function maxProfitLoss(
  legs: readonly StrategyLeg<Decimal>[],
  cost: StrategyCost = {},
): { maxProfit: number; maxLoss: number } {
  const { knots, slope } = profileOf(legs, cost);
  const profits = knots.map(({ profit }) => profit);
  return {
    maxProfit: slope > 0 ? Infinity : Math.max(...profits),
    maxLoss: slope < 0 ? Infinity : -Math.min(0, ...profits),
  };
}
