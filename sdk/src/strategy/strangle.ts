import { OrderError } from "../errors/OrderError.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import type { StrategyLeg } from "./StrategyLeg.ts";

/** A put below and a call above: cheaper than a straddle, gains from a larger move. */
export function strangle(terms: {
  expiry: number;
  putStrike: number;
  callStrike: number;
  quantity: number;
}): StrategyLeg[] {
  const { expiry, putStrike, callStrike, quantity } = terms;
  if (putStrike >= callStrike) {
    throw new OrderError({
      expected: "a put strike below the call strike",
      got: `put ${putStrike}, call ${callStrike}`,
      action: "swap them, or use straddle for one strike",
    });
  }
  return [
    { kind: OptionKind.Put, expiry, strike: putStrike, quantity },
    { kind: OptionKind.Call, expiry, strike: callStrike, quantity },
  ];
}
