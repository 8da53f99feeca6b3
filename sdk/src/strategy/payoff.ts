import { requireWithin } from "../errors/requireWithin.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import type { StrategyLeg } from "./StrategyLeg.ts";
import { toNumbers } from "./toNumbers.ts";

/** What legs pay at a settlement price, by the collateral that pays it. */
export interface Payoff {
  /** From put vaults, in quote. */
  readonly quote: number;
  /** From call vaults, in underlying: max(0, P - K)/P an option. */
  readonly underlying: number;
  /** Both, in quote at the settlement price. */
  readonly total: number;
}

/** The payoff of legs that all settle at `price` (quote per underlying). */
export function payoff(legs: readonly StrategyLeg<Decimal>[], price: number): Payoff {
  requireWithin("price", { value: price, minimum: Number.MIN_VALUE, maximum: 1e30 });
  let quote = 0;
  let calls = 0;
  for (const { kind, strike, quantity } of toNumbers(legs)) {
    if (kind === OptionKind.Put) quote += quantity * Math.max(0, strike - price);
    else calls += quantity * Math.max(0, price - strike);
  }
  return { quote, underlying: calls / price, total: quote + calls };
}
