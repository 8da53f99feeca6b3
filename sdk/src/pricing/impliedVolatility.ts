import { NoVolatilityError } from "../errors/NoVolatilityError.ts";
import { requireWithin } from "../errors/requireWithin.ts";
import { normalCdf } from "./normalCdf.ts";
import { normalisedBlack } from "./normalisedBlack.ts";
import { normalPdf } from "./normalPdf.ts";
import { OptionKind } from "./OptionKind.ts";

export interface ImpliedVolatilityInput {
  readonly kind: OptionKind;
  /** Discounted, in quote. */
  readonly price: number;
  readonly forward: number;
  readonly strike: number;
  readonly years: number;
  /** e^(-rτ), one by default. */
  readonly discount?: number;
}

/** The bracket halves at least every other step from a width below 2^7 down to the precision of a double. */
const MAX_STEPS = 128;
const MAX_TOTAL_VOLATILITY = 64;

/**
 * The volatility at which Black-Scholes gives `price`; `NoVolatilityError` where none does.
 *
 * The price is reduced to its out-of-the-money side, where its logarithm is a concave function of total volatility, and
 * solved by Halley's method inside a bracket that shrinks on every step.
 */
export function impliedVolatility(input: ImpliedVolatilityInput): number {
  const { kind, price, forward, strike, years, discount = 1 } = input;
  for (const [name, value] of Object.entries({ forward, strike, years, discount })) {
    requireWithin(name, { value, minimum: Number.MIN_VALUE, maximum: 1e30 });
  }
  const intrinsic = discount * Math.max(0, kind === OptionKind.Call ? forward - strike : strike - forward);
  const upper = discount * (kind === OptionKind.Call ? forward : strike);
  if (!(price > intrinsic && price < upper)) throw new NoVolatilityError(price, { lower: intrinsic, upper });

  // The out-of-the-money option with its smaller leg as the unit: a normalised call at |ln(K/F)|.
  const normal = (price - intrinsic) / (discount * Math.min(forward, strike));
  const total = normal < 1 ? solveTotalVolatility(Math.abs(logRatio(strike, forward)), normal) : NaN;
  if (Number.isNaN(total)) throw new NoVolatilityError(price, { lower: intrinsic, upper });
  return total / Math.sqrt(years);
}

/** ln(a/b): near 1 the quotient has lost what the difference still has, and small volatilities see it. */
function logRatio(a: number, b: number): number {
  const excess = (a - b) / b;
  return Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(a / b);
}

/** v with normalisedBlack(k, v) = price, for k ≥ 0 and 0 < price < 1; NaN where doubles cannot tell it. */
function solveTotalVolatility(k: number, price: number): number {
  let low = 0;
  let high = MAX_TOTAL_VOLATILITY;
  let v = Math.max(Math.sqrt(2 * k), Math.min(2, price * 2.5));
  for (let step = 0; step < MAX_STEPS; step++) {
    const { error, slope, curvature } = price < 0.5 ? logError(k, v, price) : logComplementError(k, v, price);
    if (error === 0) return v;
    if (error < 0) low = v;
    else high = v;
    const newton = error / slope;
    let next = v - newton / (1 - 0.5 * newton * (curvature / slope));
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - v) <= 2e-16 * v || next === low || next === high) return next;
    v = next;
  }
  return high - low < 1e-9 * high ? v : NaN;
}

interface Error2 {
  readonly error: number;
  readonly slope: number;
  readonly curvature: number;
}

/** ln(b(v)/price) with its first two derivatives; b' is normalised vega, b''/b' = k²/v³ - v/4. */
function logError(k: number, v: number, price: number): Error2 {
  const value = normalisedBlack(k, v);
  if (value <= 0) return { error: -Infinity, slope: 1, curvature: 0 };
  const slope = normalPdf(v / 2 - k / v) / value;
  const curvature = slope * ((k * k) / (v * v * v) - v / 4) - slope * slope;
  return { error: Math.log(value / price), slope, curvature };
}

/** The same for -ln((1 - b)/(1 - price)), which stays steep where b nears its bound. */
function logComplementError(k: number, v: number, price: number): Error2 {
  const d1 = v / 2 - k / v;
  const complement = normalCdf(-d1) + Math.exp(k) * normalCdf(d1 - v);
  if (complement <= 0) return { error: Infinity, slope: 1, curvature: 0 };
  const slope = normalPdf(d1) / complement;
  const curvature = slope * ((k * k) / (v * v * v) - v / 4) + slope * slope;
  return { error: -Math.log(complement / (1 - price)), slope, curvature };
}
