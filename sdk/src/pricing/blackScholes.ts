import { requireWithin } from "../errors/requireWithin.ts";
import { normalCdf } from "./normalCdf.ts";
import { normalisedBlack } from "./normalisedBlack.ts";
import { normalPdf } from "./normalPdf.ts";

export interface BlackScholesInput {
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
export interface BlackScholesGreeks {
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

export interface BlackScholesResult {
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
export function blackScholes(input: BlackScholesInput): BlackScholesResult {
  const { spot, strike, volatility, years } = input;
  const { rate = 0, yieldRate = 0 } = input;
  requireWithin("spot", { value: spot, minimum: Number.MIN_VALUE, maximum: 1e30 });
  requireWithin("strike", { value: strike, minimum: Number.MIN_VALUE, maximum: 1e30 });
  requireWithin("volatility", { value: volatility, minimum: 0, maximum: 1_000 });
  requireWithin("years", { value: years, minimum: 0, maximum: 1_000 });
  requireWithin("rate", { value: rate, minimum: -10, maximum: 10 });
  requireWithin("yieldRate", { value: yieldRate, minimum: -10, maximum: 10 });

  const carry = Math.exp(-yieldRate * years);
  const discount = Math.exp(-rate * years);
  const forward = spot * Math.exp((rate - yieldRate) * years);
  const k = Math.log(strike / spot) - (rate - yieldRate) * years;
  const v = volatility * Math.sqrt(years);

  const d1 = v > 0 ? -k / v + v / 2 : k === 0 ? 0 : -Math.sign(k) * Infinity;
  const d2 = d1 - v;
  const inCall = normalCdf(d1);
  const inPut = normalCdf(-d1);
  const density = v > 0 ? normalPdf(d1) : 0;
  // The out-of-the-money side by formula, the other by parity: each keeps what precision it can have.
  const parity = spot * carry - strike * discount;
  const outside = k >= 0 ? spot * carry * normalisedBlack(k, v) : strike * discount * normalisedBlack(-k, v);
  const call = k >= 0 ? outside : parity + outside;
  const put = k >= 0 ? outside - parity : outside;

  const vega = spot * carry * density * Math.sqrt(years);
  const shared = {
    gamma: v > 0 ? (carry * density) / (spot * v) : 0,
    vega,
    vanna: v > 0 ? (-carry * density * d2) / volatility : 0,
    volga: v > 0 ? (vega * d1 * d2) / volatility : 0,
  };
  const decay = years > 0 ? (vega * volatility) / (2 * years) : 0;
  const strikeCall = strike * discount * normalCdf(d2);
  const strikePut = strike * discount * normalCdf(-d2);
  return {
    forward,
    discount,
    call,
    put,
    callGreeks: {
      ...shared,
      delta: carry * inCall,
      theta: -decay - rate * strikeCall + yieldRate * spot * carry * inCall,
      rho: years * strikeCall,
    },
    putGreeks: {
      ...shared,
      delta: -carry * inPut,
      theta: -decay + rate * strikePut - yieldRate * spot * carry * inPut,
      rho: -years * strikePut,
    },
  };
}
