import { requireWithin } from "../errors/requireWithin.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { curveVariance } from "./curve.ts";
import { durrleman } from "./durrleman.ts";
import { normalCdf } from "./normalCdf.ts";
import { normalisedBlack } from "./normalisedBlack.ts";
import { normalPdf } from "./normalPdf.ts";
import { OptionKind } from "./OptionKind.ts";
import type { VarianceAt } from "./svi.ts";
import type { Greeks, MarketState } from "./types.ts";

/** One option by itself, in the vault's collateral (`IPremiumOracle.option`). */
export interface OptionValue {
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

export interface OptionTerms {
  readonly kind: OptionKind;
  /** Unix seconds. */
  readonly expiry: number;
  readonly strike: number;
}

/** Values one option at the surface's volatility, or at a given one (flat) where `volatility` is set. */
export function priceOption(market: MarketState, terms: OptionTerms & { volatility?: number }): OptionValue {
  requireWithin("spot", { value: market.spot, minimum: Number.MIN_VALUE, maximum: 1e30 });
  requireWithin("strike", { value: terms.strike, minimum: Number.MIN_VALUE, maximum: 1e30 });
  const years = Math.max(0, terms.expiry - market.now) / SECONDS_PER_YEAR;
  const forward = market.spot * Math.exp((market.rate - market.yieldRate) * years);
  const k = Math.log(terms.strike / forward);
  const variance: VarianceAt =
    terms.volatility === undefined
      ? curveVariance(market.curveOf(terms.expiry), k)
      : { w: terms.volatility ** 2 * years, dw: 0, d2w: 0 };
  return valueAt(market, { kind: terms.kind, strike: terms.strike, years, forward, k, variance });
}

interface Point {
  readonly kind: OptionKind;
  readonly strike: number;
  readonly years: number;
  readonly forward: number;
  readonly k: number;
  readonly variance: VarianceAt;
}

/**
 * With c(k) the normalised call along the smile, a call vault's option is worth e^(-yτ)·c(k) underlying and a put vault's
 * DF·F·p(k) quote; ln S enters through k = ln(K/F), dk/d ln S = -1. The density that g carries gives
 * c'' = c' + e^k·g·φ(d₂)/√w.
 */
function valueAt(market: MarketState, point: Point): OptionValue {
  const { kind, years, forward, k, variance } = point;
  const isCall = kind === OptionKind.Call;
  const discount = Math.exp(-market.rate * years);
  const carry = Math.exp(-market.yieldRate * years);
  const unit = isCall ? carry : discount * forward;
  const moneyness = Math.exp(k);
  const v = Math.sqrt(variance.w);
  if (v === 0) return expiredValue(point, { unit, carry, discount });

  const d1 = v / 2 - k / v;
  const d2 = d1 - v;
  const inStrike = moneyness * normalCdf(d2);
  const density = normalPdf(d1);
  // ∂c/∂w at fixed k is φ(d₁)/(2√w).
  const slope = -inStrike + (density / (2 * v)) * variance.dw;
  const bend = slope + (density * durrleman(k, variance)) / v;
  const call = normalisedBlack(k, v);
  const value = isCall ? call : moneyness * normalisedBlack(-k, v);
  const volatility = v / Math.sqrt(years);

  const vega = unit * density * Math.sqrt(years);
  const decay = (vega * volatility) / (2 * years);
  const inPut = moneyness * normalCdf(-d2);
  return {
    fair: unit * value,
    volatility,
    forward,
    spotDelta: isCall ? carry * normalCdf(d1) : -carry * normalCdf(-d1),
    greeks: {
      delta: isCall ? -unit * slope : unit * (call - 1 - slope),
      gamma: isCall ? unit * bend : unit * (call - 1 - 2 * slope + bend),
      vega,
      theta: isCall
        ? -decay - market.rate * unit * inStrike + market.yieldRate * carry * normalCdf(d1)
        : -decay + market.rate * unit * inPut - market.yieldRate * unit * normalCdf(-d1),
      rho: isCall ? unit * years * inStrike : -unit * years * inPut,
    },
    intrinsic: unit * Math.max(0, isCall ? 1 - moneyness : moneyness - 1),
    largest: isCall ? carry : discount * point.strike,
  };
}

/** At expiry, or without variance: discounted intrinsic value and its own slope. */
function expiredValue(
  { kind, forward, k, strike }: Point,
  { unit, carry, discount }: { unit: number; carry: number; discount: number },
): OptionValue {
  const isCall = kind === OptionKind.Call;
  const moneyness = Math.exp(k);
  const fair = unit * Math.max(0, isCall ? 1 - moneyness : moneyness - 1);
  const held = fair > 0 ? 1 : 0;
  return {
    fair,
    volatility: 0,
    forward,
    spotDelta: held * (isCall ? carry : -carry),
    greeks: {
      delta: held * unit * (isCall ? moneyness : -1),
      gamma: held * unit * (isCall ? -moneyness : -1),
      vega: 0,
      theta: 0,
      rho: 0,
    },
    intrinsic: fair,
    largest: isCall ? carry : discount * strike,
  };
}
