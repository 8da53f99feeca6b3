import { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import type { StrategyCost, StrategyLeg } from "./StrategyLeg.ts";
import { toNumbers } from "./toNumbers.ts";

/** Profit in quote as a function of the settlement price: linear between knots, then with `slope` beyond the last. */
export interface Profile {
  readonly knots: readonly { readonly price: number; readonly profit: number }[];
  readonly slope: number;
}

/** The profit of legs with one expiry, cost included; what was paid in underlying is valued at the settlement price. */
export function profileOf(strategy: readonly StrategyLeg<Decimal>[], cost: StrategyCost = {}): Profile {
  const legs = toNumbers(strategy);
  const { quote = 0, underlying = 0 } = cost;
  const prices = [...new Set([0, ...legs.map(({ strike }) => strike)])].sort((a, b) => a - b);
  const profitAt = (price: number): number =>
    legs.reduce(
      (sum, { kind, strike, quantity }) => {
        const intrinsic = kind === OptionKind.Call ? price - strike : strike - price;
        return sum + quantity * Math.max(0, intrinsic);
      },
      -quote - underlying * price,
    );
  const calls = legs.reduce((sum, { kind, quantity }) => (kind === OptionKind.Call ? sum + quantity : sum), 0);
  return { knots: prices.map((price) => ({ price, profit: profitAt(price) })), slope: calls - underlying };
}
