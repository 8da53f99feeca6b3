import { t as OptionKind } from "./OptionKind-Bgy8Fgbb.mjs";
import { c as VarianceAt, t as Curve } from "./curve-CR_oaN_w.mjs";

//#region src/pricing/types.d.ts
/** Sensitivities in the vault's collateral, with the surface sticky in moneyness (`Greeks.sol`). */
interface Greeks {
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
interface BookEntry {
  readonly strike: number;
  /** Options; positive where the vault is short. */
  readonly net: number;
}
/** A live expiry of a book. */
interface BookExpiry {
  /** Unix seconds. */
  readonly expiry: number;
  readonly entries: readonly BookEntry[];
}
/** A vault's live series, ascending by expiry. */
type Book = readonly BookExpiry[];
/**
 * A vault's capital as its ledger holds it, and what else a price depends on that only the vault knows (`Capital.sol`), in
 * collateral where no other unit is named. As stored it is before this block's step; an assessment has it after that.
 */
interface Capital {
  /** C: tokens held less settled reserve, fees owed and escrow. */
  readonly collateral: number;
  /** E: the capital against which risk is charged. Only time moves it. */
  readonly riskCapital: number;
  /** a: actual capital, C less the book's fair value (at least C/8), as of the last step, with the flows since. */
  readonly actual: number;
  /** p: net flow of providers that E has not followed yet; negative after withdrawals. */
  readonly fresh: number;
  /** Rb: the largest risk charge lately; halves each day. */
  readonly recentCharge: number;
  /** m: E doubles from at least this in six hours. Constant. */
  readonly doublingBase: number;
  /** The part of NAV to which redeem requests have a claim, 0 .. 1. */
  readonly claimShare: number;
  /** Unix seconds of the last step. */
  readonly updatedAt: number;
}
/** A tier (`RiskParams.sol`). */
interface RiskParams {
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
interface SignedSpot {
  /** Least c_S, fraction of spot. */
  readonly floor: number;
  /** Seconds since it was signed. */
  readonly age: number;
}
/** What the premium oracle reads of its market at one moment. */
interface MarketState {
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
interface RiskSums {
  readonly spotMove: number;
  readonly volMove: number;
  readonly gammaMove: number;
  /** Collateral locked through interval k. */
  readonly locked: readonly number[];
  /** Length of interval k in seconds. */
  readonly interval: readonly number[];
}
/** What one pass over a book says (`Assessment.sol`), in collateral where no other unit is named. */
interface Assessment {
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
interface Trade {
  /** Unix seconds. */
  readonly expiry: number;
  readonly strike: number;
  /** Options. */
  readonly quantity: number;
}
/** A vault as the premium oracle sees it. */
interface VaultBooks {
  readonly kind: OptionKind;
  readonly book: Book;
  readonly capital: Capital;
  readonly params: RiskParams;
}
//#endregion
//#region src/pricing/assessBook.d.ts
/** One pass over a book: value, Greeks, worst case, this block's step of E, risk charge, NAV (`IPremiumOracle.assess`). */
declare function assessBook(market: MarketState, vault: VaultBooks): Assessment;
//#endregion
//#region src/pricing/bookTotals.d.ts
/** What a book adds up to, whatever the vault's capital. In collateral where nothing else is said. */
interface BookTotals {
  /** Σ n·v */
  readonly value: number;
  /** Of the vault: -Σ n·… */
  readonly greeks: Greeks;
  /** Worst case over all settlement prices of a book that only writes: every put at zero, every call far in the money. */
  readonly lock: number;
  /** At the money, of the nearest expiry ahead, a year; zero where there is none. */
  readonly nearVolatility: number;
  readonly sums: RiskSums;
}
/** One pass over a book (`BookPass.run`). */
declare function bookTotals(market: MarketState, vault: Pick<VaultBooks, "kind" | "book" | "params">): BookTotals;
//#endregion
//#region src/pricing/assessTotals.d.ts
/**
 * What a book's totals come to with a vault's capital: the block's step, both charges, NAV, band and claim.
 *
 * @param context totals of the book in this very market; capital as stored
 */
declare function assessTotals(market: MarketState, {
  totals,
  capital,
  params
}: {
  totals: BookTotals;
  capital: Capital;
  params: RiskParams;
}): Assessment;
//#endregion
//#region src/pricing/blackScholes.d.ts
interface BlackScholesInput {
  /** Quote per underlying. */
  readonly spot: number;
  readonly strike: number;
  /** A year; 0.8 is 80 %. */
  readonly volatility: number;
  /** Time to expiry. */
  readonly years: number;
  /** Continuous rate of the quote asset a year. */
  readonly rate?: number;
  /** Continuous yield of the underlying a year. */
  readonly yieldRate?: number;
}
/** Of one option held, in quote, at fixed volatility. */
interface BlackScholesGreeks {
  /** ∂/∂S */
  readonly delta: number;
  /** ∂²/∂S² */
  readonly gamma: number;
  /** ∂/∂σ */
  readonly vega: number;
  /** ∂/∂t, a year: negative where time is lost */
  readonly theta: number;
  /** ∂/∂r */
  readonly rho: number;
  /** ∂²/∂S∂σ */
  readonly vanna: number;
  /** ∂²/∂σ² */
  readonly volga: number;
}
interface BlackScholesResult {
  readonly forward: number;
  readonly discount: number;
  readonly call: number;
  readonly put: number;
  readonly callGreeks: BlackScholesGreeks;
  readonly putGreeks: BlackScholesGreeks;
}
/**
 * Black-Scholes prices and sensitivities of the call and the put on one strike, in quote.
 *
 * At zero volatility or zero time the limits: discounted intrinsic value, and at the forward a delta of one half.
 */
declare function blackScholes(input: BlackScholesInput): BlackScholesResult;
//#endregion
//#region src/pricing/capitalDep.d.ts
/**
 * E_dep = max(E, max(a, C/8) − max(p, 0)), collateral: the capital at which providers come in and at which whoever takes risk
 * away is rebated, the larger of E and what was there before fresh deposits (`RiskCapital.forDeposits`).
 *
 * @param capital after the block's step
 */
declare function capitalDep({
  riskCapital,
  actual,
  collateral,
  fresh
}: Pick<Capital, "collateral" | "riskCapital" | "actual" | "fresh">): number;
//#endregion
//#region src/pricing/capitalLow.d.ts
/**
 * E_low(w) = min(E, max(a − w, (C − w)/8)), collateral: the capital at which whoever adds risk is charged, and at which NAV
 * stands (`RiskCapital.low`).
 *
 * @param capital after the block's step
 * @param leaving w, collateral that leaves or has a claim to; zero where left out
 */
declare function capitalLow({
  riskCapital,
  actual,
  collateral
}: Pick<Capital, "collateral" | "riskCapital" | "actual">, leaving?: number): number;
//#endregion
//#region src/pricing/decodeBook.d.ts
/** The packed book as a vault's `book()` returns it (`Book.sol`). */
interface PackedBook {
  readonly expiries: bigint;
  readonly quads: readonly bigint[];
  readonly tickSize: bigint;
  readonly lotSize: bigint;
}
/** One listed series exactly as the chain holds it. */
interface ListedSeries {
  /** Unix seconds. */
  readonly expiry: bigint;
  /** WAD quote per underlying. */
  readonly strike: bigint;
  /** WAD options, positive where the vault is short. */
  readonly net: bigint;
}
/** Unpacks a vault's book into its listed series, in order. */
declare function unpackBook({
  expiries,
  quads,
  tickSize,
  lotSize
}: PackedBook): ListedSeries[];
/** The packed book in double precision, as `assessBook` takes it. */
declare function decodeBook(packed: PackedBook): Book;
//#endregion
//#region src/pricing/decodeCapital.d.ts
/** Capital as a vault's `capital()` returns it (`Capital.sol`): WAD collateral, and unix seconds. */
type RawCapital = Readonly<Record<keyof Capital, bigint>>;
/** A vault's capital in double precision, as `assessBook` takes it. */
declare function decodeCapital(capital: RawCapital): Capital;
//#endregion
//#region src/pricing/durrleman.d.ts
/**
 * Durrleman's function g(k): the risk-neutral density at k is g times a positive factor, so g ≥ 0 is the absence of
 * butterfly arbitrage. g = (1 - k·w'/2w)² - w'²/4·(1/w + 1/4) + w''/2. Source: Gatheral and Jacquier, 2014, (2.1).
 */
declare function durrleman(k: number, {
  w,
  dw,
  d2w
}: VarianceAt): number;
//#endregion
//#region src/pricing/impliedVolatility.d.ts
interface ImpliedVolatilityInput {
  readonly kind: OptionKind;
  /** Discounted, in quote. */
  readonly price: number;
  readonly forward: number;
  readonly strike: number;
  readonly years: number;
  /** e^(-rτ), one by default. */
  readonly discount?: number;
}
/**
 * The volatility at which Black-Scholes gives `price`; `NoVolatilityError` where none does.
 *
 * The price is reduced to its out-of-the-money side, where its logarithm is a concave function of total volatility, and
 * solved by Halley's method inside a bracket that shrinks on every step.
 */
declare function impliedVolatility(input: ImpliedVolatilityInput): number;
//#endregion
//#region src/pricing/lockOf.d.ts
/** Collateral that one option locks, its worst case: one underlying, or the strike in quote. */
declare function lockOf(kind: OptionKind, strike: number): number;
//#endregion
//#region src/pricing/normalCdf.d.ts
/** Standard normal distribution function, to full relative precision in the lower tail. */
declare function normalCdf(x: number): number;
//#endregion
//#region src/pricing/normalisedBlack.d.ts
/**
 * Undiscounted Black call on a forward of one and a strike of e^k.
 *
 * At and out of the money (k ≥ 0) the result keeps relative precision: it is φ(d₁)·(M(-d₁) - M(-d₂)), M the Mills ratio,
 * which for small v is the integral of -M' over [-d₁, -d₂]. Only where v is not small and d₁ is positive do the two
 * distribution values differ enough to be subtracted.
 *
 * @param k log-moneyness ln(K/F)
 * @param v total volatility σ√τ, zero or more
 */
declare function normalisedBlack(k: number, v: number): number;
//#endregion
//#region src/pricing/normalPdf.d.ts
/** Density of the standard normal distribution. */
declare function normalPdf(x: number): number;
//#endregion
//#region src/pricing/payoffEnvelope.d.ts
/**
 * The most an expiry can cost over all settlement prices P, in collateral: sup Σ n·payoff(P), never below zero.
 *
 * Between strikes a put book's payoff is linear in P and a call book's is A - B/P, monotone: the strikes and both ends suffice.
 */
declare function payoffEnvelope(kind: OptionKind, entries: readonly BookEntry[]): number;
//#endregion
//#region src/pricing/priceOption.d.ts
/** One option by itself, in the vault's collateral (`IPremiumOracle.option`). */
interface OptionValue {
  readonly fair: number;
  readonly volatility: number;
  readonly forward: number;
  /** Black-Scholes delta in spot at fixed volatility. */
  readonly spotDelta: number;
  readonly greeks: Greeks;
  /** Discounted intrinsic value, which an ask never undercuts. */
  readonly intrinsic: number;
  /** Discounted largest payoff, which a bid never exceeds. */
  readonly largest: number;
}
interface OptionTerms {
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: number;
  readonly strike: number;
}
/** Values one option at the surface's volatility, or at a given one (flat) where `volatility` is set. */
declare function priceOption(market: MarketState, terms: OptionTerms & {
  volatility?: number;
}): OptionValue;
//#endregion
//#region src/pricing/priceLeg.d.ts
/** What the fee of a trade is made of, in collateral. */
interface FeeParts {
  /** q·min(f·S, g·v) */
  readonly notional: number;
  /** ρ_f·|ΔR| */
  readonly charge: number;
  /** min(f_lock·|Δlock|, g·q·v) */
  readonly lock: number;
  /** q·c_S·|D| */
  readonly spotDoubt: number;
  /** q·c_σ·V */
  readonly volDoubt: number;
}
/** One leg of an order by itself, without its part of the order's risk charge (`LegQuote.sol`), in collateral. */
interface LegPrice {
  /** Buying: q·v + fee, at least its floor. Selling: what q·v − fee leaves, at most its ceiling, and no less than zero. */
  readonly amount: number;
  /** What the leg adds to the order: its ask, or its bid with a minus; the latter may be negative where fees exceed value. */
  readonly own: number;
  /** What the leg adds to the least that the order costs: its floor, or its ceiling with a minus. */
  readonly least: number;
  /** q·v at the fair volatility. */
  readonly fair: number;
  /** The leg's own fees. */
  readonly fee: number;
  readonly feeParts: Omit<FeeParts, "charge">;
  /** What the clamps in the vault's favour added to an ask or took from a bid. */
  readonly clamp: number;
  /** What the leg locks or, sold back, frees. */
  readonly lock: number;
  readonly option: OptionValue;
}
//#endregion
//#region src/pricing/quoteOrder.d.ts
/** Most legs of one order to one vault. */
declare const MAX_ORDER_LEGS = 8;
/** The price of an order: its legs' own parts, and one risk charge for all of them (`OrderQuote.sol`). In collateral. */
interface OrderPrice {
  /** What the trader pays (positive) or gets (negative). */
  readonly premium: number;
  /**
   * Change of the certainty-equivalent part of R, as charged: the dearer of its changes at E_low and E_dep, and with the stress
   * multiplier where the total change is positive and a leg buys.
   */
  readonly moveCharge: number;
  /** Change of the rent part of R, likewise. */
  readonly rentCharge: number;
  /** ρ_f·|ΔR| */
  readonly chargeFee: number;
  /** That and the legs' own fees. */
  readonly fee: number;
  /** What the order's clamp in the vault's favour added, beyond those of the legs. */
  readonly clamp: number;
  /** Σ n·v after the order, in the same market. */
  readonly valueAfter: number;
  /** R(E_low) after the order, without stress. */
  readonly chargeAfter: number;
  /** Worst case of the whole book after the order. */
  readonly lockAfter: number;
  /** The book before the order, with the block's step, which an order does not move. */
  readonly before: Assessment;
  readonly legs: readonly LegPrice[];
}
/**
 * The price of an order of one to eight legs against a book (`IPremiumOracle.quote`):
 *
 *   net = Σ buys' own − Σ sells' own + ΔR (s·ΔR where positive and a leg buys) + ρ_f·|ΔR|
 *   at least Σ buys' floors − Σ sells' ceilings
 *
 * Each of the two parts of ΔR is the larger of its changes at E_low and at E_dep; where redeem requests wait and a leg buys,
 * also at E_low once their claim has left.
 */
declare function quoteOrder(market: MarketState, {
  vault,
  legs: trades
}: {
  vault: VaultBooks;
  legs: readonly Trade[];
}): OrderPrice;
//#endregion
//#region src/pricing/quoteTrade.d.ts
/** The price of one trade and what it is made of (`Quote.sol`), in collateral. */
interface TradePrice {
  /** Buying: what the trader pays. Selling: what the trader gets, zero where fees exceed value. */
  readonly premium: number;
  /** q·v at the fair volatility, before any clamp. */
  readonly fair: number;
  /** Changes of the two parts of R, as charged (see `OrderPrice`). */
  readonly moveCharge: number;
  readonly rentCharge: number;
  /** All fees, before clamps. */
  readonly fee: number;
  readonly feeParts: FeeParts;
  /** What the clamps in the vault's favour added to an ask or took from a bid. */
  readonly clamp: number;
  readonly option: OptionValue;
  readonly before: Assessment;
  /** R(E_low) after the trade, without stress. */
  readonly chargeAfter: number;
  /** Worst case of the whole book after the trade. */
  readonly lockAfter: number;
}
/** The price of one trade against a book: an order of one leg. */
declare function quoteTrade(market: MarketState, {
  vault,
  trade
}: {
  vault: VaultBooks;
  trade: Trade;
}): TradePrice;
//#endregion
//#region src/pricing/riskCharge.d.ts
/** φ(u) = -ln(1-u) - u, convex, its slope u/(1-u); from 0.9 on its tangent. */
declare function capacityPotential(utilisation: number): number;
/** The two parts of R at risk capital E: certainty equivalent of the book's move, and rent of the locked capacity. */
declare function riskCharge(sums: RiskSums, {
  params,
  riskCapital
}: {
  params: RiskParams;
  riskCapital: number;
}): {
  moveCharge: number;
  rentCharge: number;
};
//#endregion
//#region src/pricing/spotConfidence.d.ts
/** z: by how many standard deviations of spot since it was signed a signed price is in doubt. */
declare const SIGNED_DEVIATIONS = 3;
/**
 * c_S, fraction of spot: what a young signed price leaves uncertain, max(floor, 3·σ̂·√age); without one, the push feed's
 * confidence and one minute of volatility.
 * @param volatility σ̂, at the money, of the nearest expiry ahead; zero where there is none
 */
declare function spotConfidenceOf({
  feedConfidence,
  signedSpot
}: Pick<MarketState, "feedConfidence" | "signedSpot">, volatility: number): number;
//#endregion
//#region src/pricing/stepRiskCapital.d.ts
/**
 * The block's step, before anything is priced (`RiskCapital.step`): E goes halfway to actual capital a day, at most six
 * hours' worth a step, and never more than doubles in six hours.
 *
 *   d = min(Δ, 6 h),  A = max(C − Σn·v, C/8),  k = 1 − 2^(−d/1 day)
 *   E' = min(E + k·(A − E), max(E, m)·2^(d/6 h)),  k' = (E' − E)/(A − E),  p' = p·(1 − k'),  a' = A
 *   Rb' = Rb·2^(−Δ/1 day)
 *
 * @param capital as stored
 * @param context `value`, Σ n·v of the book in collateral; `now`, unix seconds
 * @returns after the step; the same where no time has passed
 */
declare function stepRiskCapital(capital: Capital, {
  value,
  now
}: {
  value: number;
  now: number;
}): Capital;
//#endregion
export { capitalLow as A, Book as B, durrleman as C, PackedBook as D, ListedSeries as E, blackScholes as F, MarketState as G, BookExpiry as H, assessTotals as I, SignedSpot as J, RiskParams as K, bookTotals as L, BlackScholesGreeks as M, BlackScholesInput as N, decodeBook as O, BlackScholesResult as P, assessBook as R, impliedVolatility as S, decodeCapital as T, Capital as U, BookEntry as V, Greeks as W, VaultBooks as X, Trade as Y, normalPdf as _, riskCharge as a, lockOf as b, MAX_ORDER_LEGS as c, FeeParts as d, LegPrice as f, payoffEnvelope as g, priceOption as h, capacityPotential as i, capitalDep as j, unpackBook as k, OrderPrice as l, OptionValue as m, SIGNED_DEVIATIONS as n, TradePrice as o, OptionTerms as p, RiskSums as q, spotConfidenceOf as r, quoteTrade as s, stepRiskCapital as t, quoteOrder as u, normalisedBlack as v, RawCapital as w, ImpliedVolatilityInput as x, normalCdf as y, Assessment as z };