import { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import type { StrategyLeg, Widened } from "./StrategyLeg.ts";

/** A call and a put on one strike: gains from a large move either way. */
export function straddle<Strike extends Decimal, Quantity extends Decimal>(terms: {
  expiry: number;
  strike: Strike;
  quantity: Quantity;
}): StrategyLeg<Widened<Strike | Quantity>>[];
export function straddle(terms: { expiry: number; strike: Decimal; quantity: Decimal }): StrategyLeg<Decimal>[] {
  return [
    { kind: OptionKind.Call, ...terms },
    { kind: OptionKind.Put, ...terms },
  ];
}
