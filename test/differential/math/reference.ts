import { Decimal } from "decimal.js";

/** 55 digits: the results are good to 50 after the cancellation in an out-of-the-money price. */
export const Real = Decimal.clone({ precision: 55 });
export type Real = Decimal;

const ROOT_2_PI = Real.acos(-1).times(2).sqrt();
const YEAR = 31_536_000;
/** Φ(−12) = 2e-33 is far below what is compared. */
const TAIL = 12;

/** φ(x). */
export function pdf(x: Real): Real {
  return x.times(x).div(-2).exp().div(ROOT_2_PI);
}

/** Φ(x) = ½ + φ(x)·Σ x^(2n+1)/(1·3·5·…·(2n+1)): all terms of one sign. */
export function cdf(x: Real): Real {
  if (x.gt(TAIL)) return new Real(1);
  if (x.lt(-TAIL)) return new Real(0);
  const square = x.times(x);
  let term: Real = new Real(x);
  let sum = term;
  for (let n = 3; term.abs().gt("1e-45"); n += 2) {
    term = term.times(square).div(n);
    sum = sum.plus(term);
  }
  return pdf(x).times(sum).plus(0.5);
}

/** An option's terms in the units of the contracts. */
export interface Terms {
  readonly spot: bigint;
  readonly strike: bigint;
  readonly tenor: bigint;
  readonly volatility: bigint;
  readonly rate: bigint;
}

/** What Black-Scholes says of it, in natural units. */
export interface Figures {
  readonly call: Real;
  readonly put: Real;
  readonly delta: Real;
  readonly gamma: Real;
  readonly vega: Real;
  readonly theta: Real;
}

export const fromWad = (x: bigint): Real => new Real(x.toString()).div("1e18");

/** τ, of 365 days. */
export const yearsOf = ({ tenor }: { readonly tenor: bigint }): Real => new Real(tenor.toString()).div(YEAR);

/** r·τ. */
export const carryOf = (terms: Pick<Terms, "rate" | "tenor">): Real => fromWad(terms.rate).times(yearsOf(terms));

/** σ√τ. */
export const deviationOf = (terms: Pick<Terms, "volatility" | "tenor">): Real =>
  fromWad(terms.volatility).times(yearsOf(terms).sqrt());

/** K·e^(−rτ), natural units. */
export const discountedStrike = (terms: Pick<Terms, "strike" | "rate" | "tenor">): Real =>
  fromWad(terms.strike).times(carryOf(terms).neg().exp());

/** Black-Scholes as the textbook writes it; at a volatility other than that of the terms where one is given. */
export function blackScholes(terms: Terms, volatility = fromWad(terms.volatility)): Figures {
  const [spot, rate] = [fromWad(terms.spot), fromWad(terms.rate)];
  const years = yearsOf(terms);
  const deviation = volatility.times(years.sqrt());
  const discounted = discountedStrike(terms);
  const d1 = spot.div(discounted).ln().div(deviation).plus(deviation.div(2));
  const [delta, second, density] = [cdf(d1), cdf(d1.minus(deviation)), pdf(d1)];
  const call = spot.times(delta).minus(discounted.times(second));
  return {
    call,
    put: call.minus(spot).plus(discounted),
    delta,
    gamma: density.div(spot.times(deviation)),
    vega: spot.times(density).times(years.sqrt()),
    theta: spot
      .times(density)
      .times(volatility)
      .div(years.sqrt().times(-2))
      .minus(rate.times(discounted).times(second)),
  };
}
