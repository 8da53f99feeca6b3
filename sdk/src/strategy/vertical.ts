import { OrderError } from "../errors/OrderError.ts";
import type { OptionKind } from "../pricing/OptionKind.ts";
import type { StrategyLeg } from "./StrategyLeg.ts";

/** One strike bought and another sold, same kind and expiry: profit and loss are both bounded. The sold option must be held. */
export function vertical(terms: {
  kind: OptionKind;
  expiry: number;
  boughtStrike: number;
  soldStrike: number;
  quantity: number;
}): StrategyLeg[] {
  const { kind, expiry, boughtStrike, soldStrike, quantity } = terms;
  if (boughtStrike === soldStrike) {
    throw new OrderError({ expected: "two strikes", got: `${boughtStrike} twice`, action: "choose another strike" });
  }
  return [
    { kind, expiry, strike: boughtStrike, quantity },
    { kind, expiry, strike: soldStrike, quantity: -quantity },
  ];
}
