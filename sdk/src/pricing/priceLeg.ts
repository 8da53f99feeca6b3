import { lockOf } from "./lockOf.ts";
import { OptionKind } from "./OptionKind.ts";
import { priceOption, type OptionValue } from "./priceOption.ts";
import type { MarketState, RiskParams, Trade } from "./types.ts";
import { spotDoubtOf } from "./spotDoubtOf.ts";

/** What the fee of a trade is made of, in collateral. */
export interface FeeParts {
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
export interface LegPrice {
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

/** What prices a leg besides market and trade. */
export interface LegContext {
  readonly kind: OptionKind;
  readonly params: RiskParams;
  readonly trade: Trade;
  /** c_S of the book's assessment, fraction of spot. */
  readonly spotConfidence: number;
}

/** An ask costs at least the smallest amount that a contract knows. */
const SMALLEST = 1e-18;

/**
 * A leg's own part (`OrderPricing`):
 *
 *   buys   max(q·v + fee, q·intrinsic, q·v(realised volatility))
 *   sells  min(q·v − fee, lock freed, q·discounted largest payoff)
 */
export function priceLeg(market: MarketState, context: LegContext): LegPrice {
  const { kind, trade } = context;
  const { expiry, strike } = trade;
  const option = priceOption(market, { kind, expiry, strike });
  const size = Math.abs(trade.quantity);
  const lock = size * lockOf(kind, strike);
  const fair = size * option.fair;
  // A stale bid is priced at σ - c_σ already: the fee for the same uncertainty is left out.
  const staleBid = trade.quantity < 0 && market.surfaceStale === true;
  const feeParts = legFee(market, { context, option, volConfidence: staleBid ? 0 : market.volConfidence });
  const fee = feeParts.notional + feeParts.lock + feeParts.spotDoubt + feeParts.volDoubt;
  const parts = { fair, fee, feeParts, lock, option };
  if (trade.quantity > 0) {
    const floor = Math.max(size * option.intrinsic, size * realisedValue(market, { context, option }), SMALLEST);
    const ask = fair + fee;
    const amount = Math.max(ask, floor);
    return { ...parts, amount, own: amount, least: floor, clamp: amount - ask };
  }
  const held = staleBid ? Math.min(fair, size * staleValue(market, { context, option })) : fair;
  const ceiling = Math.min(lock, size * option.largest);
  const bid = Math.min(held - fee, ceiling);
  return { ...parts, amount: Math.max(0, bid), own: -bid, least: -ceiling, clamp: fair - fee - bid };
}

interface SeriesContext {
  readonly context: LegContext;
  readonly option: OptionValue;
}

/** q·min(f·S, g·v), min(f_lock·|Δlock|, g·q·v), q·(c_S·|D| + ½·c_S²·|G|) and q·c_σ·V; twice the doubt of what is bought while Guarded. */
function legFee(
  market: MarketState,
  { context, option, volConfidence }: SeriesContext & { volConfidence: number },
): LegPrice["feeParts"] {
  const { kind, params, trade, spotConfidence } = context;
  const size = Math.abs(trade.quantity);
  const { fair, greeks } = option;
  const most = params.premiumFeeCap * fair;
  const confidenceFactor = trade.quantity > 0 ? Math.max(1, params.confidenceFactor) : 1;
  return {
    notional: size * Math.min(params.notionalFee * (kind === OptionKind.Call ? 1 : market.spot), most),
    lock: size * Math.min(params.lockFee * lockOf(kind, trade.strike), most),
    spotDoubt: size * spotDoubtOf(greeks, spotConfidence) * confidenceFactor,
    volDoubt: size * volConfidence * Math.abs(greeks.vega) * confidenceFactor,
  };
}

/** The option at realised volatility where that is above the smile's: no ask goes under it. */
function realisedValue(market: MarketState, { context, option }: SeriesContext): number {
  const volatility = market.realisedVolatility ?? 0;
  return volatility <= option.volatility ? 0 : valueAt(market, { context, volatility });
}

/** What a stale surface is trusted for when the vault buys: σ - c_σ. */
function staleValue(market: MarketState, { context, option }: SeriesContext): number {
  return valueAt(market, { context, volatility: Math.max(0, option.volatility - market.volConfidence) });
}

function valueAt(
  market: MarketState,
  { context: { kind, trade }, volatility }: { context: LegContext; volatility: number },
): number {
  return priceOption(market, { kind, expiry: trade.expiry, strike: trade.strike, volatility }).fair;
}
