import { evaluate, terms, values } from "./blackScholesKernel.ts";

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
  terms[0] = input.spot;
  terms[1] = input.strike;
  terms[2] = input.volatility;
  terms[3] = input.years;
  terms[4] = input.rate ?? 0;
  terms[5] = input.yieldRate ?? 0;
  evaluate();
  const gamma = values[6] as number;
  const vega = values[7] as number;
  const vanna = values[12] as number;
  const volga = values[13] as number;
  return {
    forward: values[0] as number,
    discount: values[1] as number,
    call: values[2] as number,
    put: values[3] as number,
    callGreeks: {
      delta: values[4] as number,
      gamma,
      vega,
      theta: values[8] as number,
      rho: values[10] as number,
      vanna,
      volga,
    },
    putGreeks: {
      delta: values[5] as number,
      gamma,
      vega,
      theta: values[9] as number,
      rho: values[11] as number,
      vanna,
      volga,
    },
  };
}
