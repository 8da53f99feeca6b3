import { t as OptionKind } from "./OptionKind-DqAqz37k.cjs";

//#region src/units/Decimal.d.ts
/**
 * A quantity or a price as a caller may give it. Strings and numbers are taken at their decimal digits ("1.1", 1.1,
 * 1e-7); a bigint is in the chain's 18-decimal fixed point already.
 */
type Decimal = string | number | bigint;
//#endregion
//#region src/strategy/StrategyLeg.d.ts
/**
 * One option of a strategy: positive quantities are held, negative ones are sold.
 *
 * Strike and quantity are numbers, decimal strings, or bigints of 18 decimals; a bigint of the option chain goes in as
 * it is.
 */
interface StrategyLeg<Amount extends Decimal = number> {
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: number;
  /** Quote per underlying. */
  readonly strike: Amount;
  readonly quantity: Amount;
}
/** What a strategy cost: calls are paid for in underlying, puts in quote. */
interface StrategyCost {
  readonly quote?: number;
  readonly underlying?: number;
}
/** The type that a literal is of: `number` for 2. */
type Widened<Amount extends Decimal> = (Amount extends number ? number : never) | (Amount extends string ? string : never) | (Amount extends bigint ? bigint : never);
//#endregion
export { Decimal as i, StrategyLeg as n, Widened as r, StrategyCost as t };