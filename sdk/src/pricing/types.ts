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

/**
 * A vault's capital as its ledger holds it, and what else a price depends on that only the vault knows (`Capital.sol`), in
 * collateral where no other unit is named. As stored it is before this block's step; an assessment has it after that.
 */
export interface Capital {
  /** C: tokens held less settled reserve, fees owed and escrow. */
  readonly collateral: number;
  /** E: the capital against which risk is charged. Only time moves it, once it has started. */
  readonly riskCapital: number;
  /** a: actual capital, C less the book's fair value (at least C/8), as of the last step, with the flows since. */
  readonly actual: number;
  /** p: net flow of providers that E has not followed yet; negative after withdrawals. */
  readonly fresh: number;
  /** Rb: the largest risk charge lately; halves each day. */
  readonly recentCharge: number;
  /** m: E starts from 100 times this at most, and doubles from at least this in six hours. Constant. */
  readonly doublingBase: number;
  /** The part of NAV to which redeem requests have a claim, 0 .. 1. */
  readonly claimShare: number;
  /** Unix seconds of the last step. */
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
  /** Of the collateral that a trade locks or frees; the fee is at most `premiumFeeCap` of its fair value. */
  readonly lockFee: number;
  readonly stress: number;
  /** Scales the feeds' confidence in trade prices and in NAV's band; whatever is below 1 counts as 1. */
  readonly confidenceFactor: number;
}

/** A price that reporters signed a moment ago: spot is in doubt by max(floor, 3·σ̂·√age). */
export interface SignedSpot {
  /** Least c_S, fraction of spot. */
  readonly floor: number;
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

/** What one pass over a book says (`Assessment.sol`), in collateral where no other unit is named. */
export interface Assessment {
  /** c_S, fraction of spot. */
  readonly spotConfidence: number;
  /** Σ n·v: what the vault owes at fair value. */
  readonly value: number;
  /** Of the vault: -Σ n·… */
  readonly greeks: Greeks;
  /** Worst case of the book over all settlement prices. */
  readonly lock: number;
  /** After this block's step. */
  readonly capital: Capital;
  /** E_low: what NAV, asks and departures are charged at. */
  readonly lowCapital: number;
  /** E_dep: what comers and rebates are charged at. */
  readonly depositCapital: number;
  /** R(E_low), its two parts: certainty equivalent of the book's move, and rent of the locked capacity. */
  readonly moveCharge: number;
  readonly rentCharge: number;
  /** R(E_dep) */
  readonly depositCharge: number;
  /** C − Σ n·v − R(E_low); may be negative. */
  readonly nav: number;
  /** |D|·c_S + |V|·c_σ */
  readonly band: number;
  /** What of NAV redeem requests claim. */
  readonly claim: number;
  /** For R at another E. */
  readonly sums: RiskSums;
}

/** One leg of an order: positive where the trader buys (`Trade.sol`). */
export interface Trade {
  /** Unix seconds. */
  readonly expiry: number;
  readonly strike: number;
  /** Options. */
  readonly quantity: number;
}

/** A vault as the premium oracle sees it. */
export interface VaultBooks {
  readonly kind: OptionKind;
  readonly book: Book;
  readonly capital: Capital;
  readonly params: RiskParams;
}
