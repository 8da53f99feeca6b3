import type { OptionKind } from "../pricing/OptionKind.ts";

/** Two-sided price of one option, in quote. */
export interface OptionQuote {
  readonly kind: OptionKind;
  readonly strike: number;
  /** Zero or absent where nobody bids. */
  readonly bid?: number;
  readonly ask?: number;
}

/** All quotes of one expiry. */
export interface ExpiryQuotes {
  /** Unix seconds. */
  readonly expiry: number;
  readonly forward: number;
  /** e^(-rτ), one by default. */
  readonly discount?: number;
  readonly quotes: readonly OptionQuote[];
}

/** A market's option quotes as one observer saw them at one moment. */
export interface OptionChain {
  /** Unix seconds. */
  readonly observedAt: number;
  readonly expiries: readonly ExpiryQuotes[];
}
