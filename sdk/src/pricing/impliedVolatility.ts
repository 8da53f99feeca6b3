import { NoVolatilityError } from "../errors/NoVolatilityError.ts";
import { requireWithin } from "../errors/requireWithin.ts";
import { logRatio } from "./logRatio.ts";
import { EXPAND_BELOW, millsPair, pair } from "./millsPair.ts";
import { millsRatio } from "./millsRatio.ts";
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

const MOST = 1e30;
/** Three steps do; where a price is within a few units in the last place of a bound, the bracket is halved instead. */
const MOST_STEPS = 200;
/** After a step the error is a multiple of this step's fourth power: one under this share of v is the last. */
const LAST_STEP = 1e-5;
/** A step of this share of v is lost in rounding. */
const CONVERGED = 4e-16;
/** No price that a double holds, and none that it can tell from its bound, asks for more. */
const MOST_TOTAL_VOLATILITY = 80;
/** Below this a quotient of prices may leave the range of a double. */
const TINY = 1e-290;
const SQRT_TWO_PI = 2.5066282746310007;

/**
 * The volatility at which Black-Scholes gives `price`. Every price strictly between the bounds has one, and it is
 * found, to as many digits as the price's distances to its bounds hold.
 *
 * The price is reduced to its out-of-the-money side, where its logarithm is a concave function of total volatility (for
 * the upper half, the logarithm of what is missing to the bound), and solved by Householder's method of fourth order
 * inside a bracket. It starts from the inverse of Bachelier's formula, to which Black's comes down for small
 * volatility.
 * @throws NoVolatilityError at a bound or beyond
 */
export function impliedVolatility(input: ImpliedVolatilityInput): number {
  const { kind, price, forward, strike, years, discount = 1 } = input;
  if (!(isPositive(forward) && isPositive(strike) && isPositive(years) && isPositive(discount))) {
    refuse({ forward, strike, years, discount });
  }
  const isCall = kind === OptionKind.Call;
  const upper = discount * (isCall ? forward : strike);
  const intrinsic = discount * Math.max(0, isCall ? forward - strike : strike - forward);
  if (!(price > intrinsic && price < upper)) throw new NoVolatilityError(price, { lower: intrinsic, upper });
  // The out-of-the-money option with its smaller leg as the unit: a normalised call at |ln(K/F)|.
  const k = Math.abs(logRatio(strike, forward));
  const unit = discount * Math.min(forward, strike);
  return solve(k, { value: price - intrinsic, missing: upper - price, unit }) / Math.sqrt(years);
}

/** A price by its distances to both bounds; `unit` is their sum. */
interface Distances {
  readonly value: number;
  readonly missing: number;
  readonly unit: number;
}

/** v with normalisedBlack(k, v) = value/unit, for k ≥ 0. */
function solve(k: number, { value, missing, unit }: Distances): number {
  const isLow = value <= missing;
  const distance = isLow ? value : missing;
  const share = distance / unit;
  // √2π times the share that is to be met. Where the quotient leaves a double's range its logarithm does not.
  const target = share > TINY ? share * SQRT_TWO_PI : SQRT_TWO_PI;
  const logTarget = share > TINY ? 0 : Math.log(distance) - Math.log(unit);
  let low = 0;
  let high = MOST_TOTAL_VOLATILITY;
  let v = Math.min(guess(k, isLow ? share : 1 - share, logTarget), high / 2);
  // At the money some prices are too small for any double above zero.
  if (!(v > 0)) return 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = k / v;
    const h = v / 2;
    const near = x - h;
    const isPrice = near >= 0 || v < EXPAND_BELOW;
    if (isPrice) millsPair(x, h);
    // In units of φ(d₁): the price, or what is missing to its bound.
    const reach = isPrice ? (pair[2] as number) : millsRatio(-near) + millsRatio(x + h);
    const logDensity = (-near * near) / 2;
    // Where it is the other of the two that is solved for, the density has to be known.
    const density = isPrice === isLow ? 1 : Math.exp(logDensity);
    const size = isPrice === isLow ? reach : SQRT_TWO_PI - density * reach;
    const ratio = Math.log(size / target) - logTarget + (isPrice === isLow ? logDensity : 0);
    const error = isLow ? ratio : -ratio;
    if (error === 0) return v;
    if (error < 0) low = v;
    else high = v;

    // b'/b or b'/(1 - b); b''/b' and b'''/b'; then the logarithm's second and third over its first.
    const slope = density / size;
    const bend = (near * (x + h)) / v;
    const turn = bend * bend - 3 * (x / v) ** 2 - 0.25;
    const side = isLow ? slope : -slope;
    const second = bend - side;
    const third = turn - 3 * bend * side + 2 * side * side;
    const newton = -error / slope;
    const change = (newton * (1 + 0.5 * second * newton)) / (1 + newton * (second + (third * newton) / 6));
    const next = v + change;
    if (next > low && next < high) {
      if (Math.abs(change) <= LAST_STEP * v) return next;
      v = next;
    } else {
      if (Math.abs(change) <= CONVERGED * v) return v;
      const middle = low > 0 ? Math.sqrt(low * high) : high / 8;
      if (!(middle > low && middle < high)) return v;
      v = middle;
    }
  }
  return v;
}

/**
 * Where to begin: with y = share·e^(-k/2), Bachelier's y = v·φ(x)·D(x), x = k/v, in one variable is y/k = φ(x)·D(x)/x.
 * Its inverse is a quotient of polynomials in z = √(1 + t) - 1, t = ln(1 + k/(y·√2π)), within 0.13 % for all x.
 */
function guess(k: number, share: number, logShare: number): number {
  const y = share * SQRT_TWO_PI * Math.exp(-k / 2);
  const logRest = y > TINY ? 0 : Math.log(k / SQRT_TWO_PI) + k / 2 - (logShare || Math.log(share));
  const t = y > TINY ? Math.log1p(k / y) : Math.max(0, logRest);
  const z = Math.sqrt(1 + t) - 1;
  const x = (t * ((0.509927 * z + 0.4585211) * z + 0.9987356)) / (((0.3607874 * z + 0.7279676) * z + 1.902316) * z + 1);
  const v = x > 0 ? k / x : y;
  // Black's formula gives less than Bachelier's: at the money by v²/24, far from it by v²/8x².
  return v + (v * v * v) / (24 + 8 * x * x);
}

function isPositive(value: number): boolean {
  return value > 0 && value <= MOST;
}

/** Says which of the terms is at fault. */
function refuse(terms: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(terms)) {
    requireWithin(name, { value, minimum: Number.MIN_VALUE, maximum: MOST });
  }
}
