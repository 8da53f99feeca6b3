import type { OptionKind } from "../pricing/OptionKind.ts";

/** One option of a strategy: positive quantities are held, negative ones are sold. */
export interface StrategyLeg {
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: number;
  /** Quote per underlying. */
  readonly strike: number;
  readonly quantity: number;
}

/** What a strategy cost: calls are paid for in underlying, puts in quote. */
export interface StrategyCost {
  readonly quote?: number;
  readonly underlying?: number;
}
