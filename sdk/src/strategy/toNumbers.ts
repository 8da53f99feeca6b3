import type { Decimal } from "../units/Decimal.ts";
import { fromWad } from "../units/fromWad.ts";
import { toWad } from "../units/toWad.ts";
import type { StrategyLeg } from "./StrategyLeg.ts";

/** Legs with their strikes and quantities as doubles, for maths and charts. */
export function toNumbers(legs: readonly StrategyLeg<Decimal>[]): StrategyLeg[] {
  return legs.map((leg) => ({
    ...leg,
    strike: numberOf(leg.strike, "strike"),
    quantity: numberOf(leg.quantity, "quantity"),
  }));
}

/** A number stays what it is: maths may use strikes that no chain could list. */
function numberOf(value: Decimal, what: string): number {
  return typeof value === "number" ? value : fromWad(toWad(value, what));
}
