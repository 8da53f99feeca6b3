import { Decimal } from "decimal.js";

/** 60 digits to work with, so that 50 are right. */
const D = Decimal.clone({ precision: 80, toExpNeg: -9e15, toExpPos: 9e15 });

const TWO_PI = D.acos(-1).times(2);

/** Φ(x) to 50 digits: the power series of the error function, with enough guard digits for its cancellation in the tail. */
export function referenceCdf(x: Decimal.Value): Decimal {
  const at = new D(x);
  // Beyond, Φ is 0 or 1 to 300 digits.
  if (at.abs().gt(40)) return new D(at.isNegative() ? 0 : 1);
  let term = at;
  let sum = at;
  for (let n = 3; !term.isZero() && term.abs().gt("1e-90"); n += 2) {
    term = term.times(at).times(at).div(n);
    sum = sum.plus(term);
  }
  const density = at.times(at).div(-2).exp().div(TWO_PI.sqrt());
  return sum.times(density).plus(0.5);
}

/** What a double is to its last bit; from the number itself decimal.js would take the shortest digits that name it. */
const exact = (x: number): Decimal => new D(x.toPrecision(100));

/** Black-Scholes call and put with the doubles' exact values as inputs. */
export function referenceBlackScholes(input: {
  spot: number;
  strike: number;
  volatility: number;
  years: number;
  rate: number;
  yieldRate: number;
}): { call: Decimal; put: Decimal; callDelta: Decimal; gamma: Decimal; vega: Decimal } {
  const [spot, strike, volatility, years] = [input.spot, input.strike, input.volatility, input.years].map(exact) as [
    Decimal,
    Decimal,
    Decimal,
    Decimal,
  ];
  const [rate, yieldRate] = [exact(input.rate), exact(input.yieldRate)];
  const discount = rate.times(years).neg().exp();
  const carry = yieldRate.times(years).neg().exp();
  const v = years.sqrt().times(volatility);
  const logForward = spot.div(strike).ln().plus(rate.minus(yieldRate).times(years));
  const d1 = logForward.div(v).plus(v.div(2));
  const d2 = d1.minus(v);
  const held = carry.times(spot);
  const owed = discount.times(strike);
  const density = d1.times(d1).div(-2).exp().div(TWO_PI.sqrt());
  return {
    call: held.times(referenceCdf(d1)).minus(owed.times(referenceCdf(d2))),
    put: owed.times(referenceCdf(d2.neg())).minus(held.times(referenceCdf(d1.neg()))),
    callDelta: carry.times(referenceCdf(d1)),
    gamma: carry.times(density).div(v.times(spot)),
    vega: held.times(density).times(years.sqrt()),
  };
}
