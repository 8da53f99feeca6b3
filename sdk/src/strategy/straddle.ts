import { OptionKind } from "../pricing/OptionKind.ts";
import type { StrategyLeg } from "./StrategyLeg.ts";

/** A call and a put on one strike: gains from a large move either way. */
export function straddle(terms: { expiry: number; strike: number; quantity: number }): StrategyLeg[] {
  return [
    { kind: OptionKind.Call, ...terms },
    { kind: OptionKind.Put, ...terms },
  ];
}
