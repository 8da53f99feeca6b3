import type { OptionKind } from "../pricing/OptionKind.ts";
import type { Decimal } from "../units/Decimal.ts";

/**
 * One option of a strategy: positive quantities are held, negative ones are sold.
 *
 * Strike and quantity are numbers, decimal strings, or bigints of 18 decimals; a bigint of the option chain goes in as
 * it is.
 */
export interface StrategyLeg<Amount extends Decimal = number> {
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: number;
  /** Quote per underlying. */
  readonly strike: Amount;
  readonly quantity: Amount;
}

/** What a strategy cost: calls are paid for in underlying, puts in quote. */
export interface StrategyCost {
  readonly quote?: number;
  readonly underlying?: number;
}

/** The type that a literal is of: `number` for 2. */
export type Widened<Amount extends Decimal> =
  | (Amount extends number ? number : never)
  | (Amount extends string ? string : never)
  | (Amount extends bigint ? bigint : never);
