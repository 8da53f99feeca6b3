/** Sensitivities of one option held, WAD collateral (`Greeks.sol`). */
export interface ChainGreeks {
  /** For 1.0 of ln S. */
  readonly delta: bigint;
  readonly gamma: bigint;
  /** For 1.0 of volatility. */
  readonly vega: bigint;
  /** A year. */
  readonly theta: bigint;
  /** For 1.0 of the rate. */
  readonly rho: bigint;
}

/** The price of a trade and what it is made of, WAD collateral (`Quote.sol`). */
export interface QuoteParts {
  /** Buying: what the trader pays, rounded up. Selling: what the trader gets, rounded down. */
  readonly premium: bigint;
  /** Quantity times fair value. */
  readonly fair: bigint;
  /** What the trade changes in the charge for the book's move, and in the rent of capacity. */
  readonly moveCharge: bigint;
  readonly rentCharge: bigint;
  /** All fees, before clamps. */
  readonly fee: bigint;
  /** What the clamps in the vault's favour added to an ask or took from a bid. */
  readonly clamp: bigint;
  /** Fair volatility of the series, a year. */
  readonly volatility: bigint;
  /** Quote per underlying. */
  readonly spot: bigint;
  readonly forward: bigint;
  /** Black-Scholes spot delta of one option at fixed volatility: 0 to 1 for a call, −1 to 0 for a put. */
  readonly spotDelta: bigint;
  readonly greeks: ChainGreeks;
  /** `SurfaceStatus.sol` */
  readonly surface: number;
  /** What the book is worth before the trade. */
  readonly bookValue: bigint;
  readonly riskCapital: bigint;
  readonly actualCapital: bigint;
  /** What of net asset value redeem requests claim. */
  readonly claim: bigint;
  /** The risk charge before and after, without stress. */
  readonly chargeBefore: bigint;
  readonly chargeAfter: bigint;
  /** Worst case of the whole book before and after. */
  readonly lockBefore: bigint;
  readonly lockAfter: bigint;
}
