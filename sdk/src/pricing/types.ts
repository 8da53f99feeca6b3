import type { OptionKind } from "./OptionKind.ts";
import type { Curve } from "./curve.ts";

/** Sensitivities in the vault's collateral, with the surface sticky in moneyness (`Greeks.sol`). */
export interface Greeks {
  /** D = ∂v/∂ln S */
  readonly delta: number;
  /** G = ∂²v/∂(ln S)² */
  readonly gamma: number;
  /** V = ∂v/∂σ */
  readonly vega: number;
  /** Θ = ∂v/∂t, a year */
  readonly theta: number;
  /** ρ = ∂v/∂r */
  readonly rho: number;
}

/** A listed strike with the vault's net short amount in it. */
export interface BookEntry {
  readonly strike: number;
  /** Options; positive where the vault is short. */
  readonly net: number;
}

/** A live expiry of a book. */
export interface BookExpiry {
  /** Unix seconds. */
  readonly expiry: number;
  readonly entries: readonly BookEntry[];
}

/** A vault's live series, ascending by expiry. */
export type Book = readonly BookExpiry[];

/** A vault's capital as its books hold it (`Capital.sol`), in collateral. */
export interface Capital {
  readonly collateral: number;
  readonly riskCapital: number;
  /** Unix seconds at which E's rule was last applied. */
  readonly updatedAt: number;
}

/** A tier (`RiskParams.sol`). */
export interface RiskParams {
  readonly riskAversion: number;
  readonly capacityRent: number;
  readonly volOfVol: number;
  readonly spotVolCorrelation: number;
  /** Seconds. */
  readonly horizon: number;
  readonly notionalFee: number;
  readonly premiumFeeCap: number;
  readonly chargeFee: number;
  readonly lockFee: number;
  /**
   * Whether the fee on the lock is at most `premiumFeeCap` of the trade's fair value, as the fee on notional is; left out, it
   * has no cap.
   */
  readonly lockFeeCapped?: boolean;
  readonly stress: number;
  /** Scales the feeds' confidence in trade prices and in NAV's band; whatever is below 1 counts as 1. */
  readonly confidenceFactor: number;
}

/** How far spot may be from a price that reporters signed a moment ago: max(floor, deviations·σ̂·√age). */
export interface SignedSpot {
  /** Least c_S, fraction of spot. */
  readonly floor: number;
  /** Standard deviations of spot since it was signed. */
  readonly deviations: number;
  /** Seconds since it was signed. */
  readonly age: number;
}

/** What the premium oracle reads of its market at one moment. */
export interface MarketState {
  /** Unix seconds. */
  readonly now: number;
  readonly spot: number;
  /** The feed's own confidence, fraction of spot; c_S is this and one minute of volatility, unless a signed price counts. */
  readonly feedConfidence: number;
  /** Where a young signed price counts: c_S follows from it alone. */
  readonly signedSpot?: SignedSpot;
  /** c_σ, volatility a year. */
  readonly volConfidence: number;
  readonly rate: number;
  readonly yieldRate: number;
  /** Total variance from now to an expiry (unix seconds): `curvesOf(surface, now)`, or as the chain's surface answers. */
  readonly curveOf: (expiry: number) => Curve;
  /** Past its maximum age: bids are then priced at σ - c_σ. */
  readonly surfaceStale?: boolean;
  /** Realised volatility, a year; zero or absent where there is no estimate yet. */
  readonly realisedVolatility?: number;
}

/** All that the risk charge needs to know of a book (`RiskSums.sol`). */
export interface RiskSums {
  readonly spotMove: number;
  readonly volMove: number;
  readonly gammaMove: number;
  /** Collateral locked through interval k. */
  readonly locked: readonly number[];
  /** Length of interval k in seconds. */
  readonly interval: readonly number[];
}

/** What one pass over a book says (`Assessment.sol`), in collateral. */
export interface Assessment {
  /** c_S, fraction of spot. */
  readonly spotConfidence: number;
  readonly value: number;
  /** Of the vault: -Σ n·… */
  readonly greeks: Greeks;
  readonly lock: number;
  readonly riskCapital: number;
  readonly moveCharge: number;
  readonly rentCharge: number;
  readonly nav: number;
  readonly band: number;
  readonly sums: RiskSums;
}

/** One order against one series: positive where the trader buys (`Trade.sol`). */
export interface Trade {
  readonly expiry: number;
  readonly strike: number;
  readonly quantity: number;
}

/** A vault as the premium oracle sees it. */
export interface VaultBooks {
  readonly kind: OptionKind;
  readonly book: Book;
  readonly capital: Capital;
  readonly params: RiskParams;
}
