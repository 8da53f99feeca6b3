import type { Decimal } from "../units/Decimal.ts";
import type { StrategyLeg } from "./StrategyLeg.ts";

/**
 * The legs that undo a strategy: they sell what it buys and buy what it sells. Exact for every kind of quantity, which
 * a minus before a decimal string would not be.
 */
export function opposite<Leg extends StrategyLeg<Decimal>>(legs: readonly Leg[]): Leg[] {
  return legs.map((leg) => ({ ...leg, quantity: negated(leg.quantity) }));
}

/** A quantity with its sign turned, of the same type. */
export function negated(quantity: Decimal): Decimal {
  if (typeof quantity !== "string") return -quantity;
  return quantity.startsWith("-") ? quantity.slice(1) : `-${quantity.replace(/^\+/, "")}`;
}
