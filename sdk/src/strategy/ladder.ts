import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import type { StrategyLeg, Widened } from "./StrategyLeg.ts";

/** Equal quantities of one kind over several strikes and expiries. */
export function ladder<Strike extends Decimal, Quantity extends Decimal>(terms: {
  kind: OptionKind;
  expiries: readonly number[];
  strikes: readonly Strike[];
  quantity: Quantity;
}): StrategyLeg<Widened<Strike | Quantity>>[];
export function ladder(terms: {
  kind: OptionKind;
  expiries: readonly number[];
  strikes: readonly Decimal[];
  quantity: Decimal;
}): StrategyLeg<Decimal>[] {
  const { kind, expiries, strikes, quantity } = terms;
  if (expiries.length === 0 || strikes.length === 0) {
    throw new OrderError({
      expected: "at least one expiry and one strike",
      got: `${expiries.length} expiries, ${strikes.length} strikes`,
      action: "name the rungs of the ladder",
    });
  }
  return expiries.flatMap((expiry) => strikes.map((strike) => ({ kind, expiry, strike, quantity })));
}
