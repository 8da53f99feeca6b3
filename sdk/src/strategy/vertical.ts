import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import { formatWad } from "../units/formatWad.ts";
import { toWad } from "../units/toWad.ts";
import { negated } from "./opposite.ts";
import type { StrategyLeg, Widened } from "./StrategyLeg.ts";

/**
 * One strike bought and another sold, same kind and expiry: profit and loss are both bounded. The sold option must be
 * held.
 */
export function vertical<Bought extends Decimal, Sold extends Decimal, Quantity extends Decimal>(terms: {
  kind: OptionKind;
  expiry: number;
  boughtStrike: Bought;
  soldStrike: Sold;
  quantity: Quantity;
}): StrategyLeg<Widened<Bought | Sold | Quantity>>[];
export function vertical(terms: {
  kind: OptionKind;
  expiry: number;
  boughtStrike: Decimal;
  soldStrike: Decimal;
  quantity: Decimal;
}): StrategyLeg<Decimal>[] {
  const { kind, expiry, boughtStrike, soldStrike, quantity } = terms;
  if (toWad(boughtStrike, "boughtStrike") === toWad(soldStrike, "soldStrike")) {
    throw new OrderError({
      expected: "two strikes",
      got: `${formatWad(toWad(boughtStrike))} twice`,
      action: "choose another strike",
    });
  }
  return [
    { kind, expiry, strike: boughtStrike, quantity },
    { kind, expiry, strike: soldStrike, quantity: negated(quantity) },
  ];
}
