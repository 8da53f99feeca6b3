import { OrderError } from "../errors/OrderError.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";
import { formatWad } from "../units/formatWad.ts";
import { toWad } from "../units/toWad.ts";
import type { StrategyLeg, Widened } from "./StrategyLeg.ts";

/** A put below and a call above: cheaper than a straddle, gains from a larger move. */
export function strangle<Put extends Decimal, Call extends Decimal, Quantity extends Decimal>(terms: {
  expiry: number;
  putStrike: Put;
  callStrike: Call;
  quantity: Quantity;
}): StrategyLeg<Widened<Put | Call | Quantity>>[];
export function strangle(terms: {
  expiry: number;
  putStrike: Decimal;
  callStrike: Decimal;
  quantity: Decimal;
}): StrategyLeg<Decimal>[] {
  const { expiry, putStrike, callStrike, quantity } = terms;
  if (toWad(putStrike, "putStrike") >= toWad(callStrike, "callStrike")) {
    throw new OrderError({
      expected: "a put strike below the call strike",
      got: `put ${formatWad(toWad(putStrike))}, call ${formatWad(toWad(callStrike))}`,
      action: "swap them, or use straddle for one strike",
    });
  }
  return [
    { kind: OptionKind.Put, expiry, strike: putStrike, quantity },
    { kind: OptionKind.Call, expiry, strike: callStrike, quantity },
  ];
}
