import type { Decimal } from "../units/Decimal.ts";
import { profileOf } from "./profileOf.ts";
import type { StrategyCost, StrategyLeg } from "./StrategyLeg.ts";

/**
 * Settlement prices at which legs of one expiry neither win nor lose, ascending. Where profit is zero along a stretch,
 * its ends; nothing settles at zero.
 */
export function breakEvens(legs: readonly StrategyLeg<Decimal>[], cost: StrategyCost = {}): number[] {
  const { knots, slope } = profileOf(legs, cost);
  const roots = new Set<number>();
  knots.forEach(({ price, profit }, index) => {
    // At a price of zero what is paid in the underlying is worth nothing, whatever it buys.
    if (profit === 0 && price > 0) roots.add(price);
    const next = knots[index + 1];
    if (next === undefined) {
      if (slope !== 0 && -profit / slope > 0) roots.add(price - profit / slope);
    } else if (profit * next.profit < 0) {
      roots.add(price + ((next.price - price) * profit) / (profit - next.profit));
    }
  });
  return [...roots].sort((a, b) => a - b);
}
