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

export interface ReferenceOption {
  readonly call: Decimal;
  readonly put: Decimal;
  readonly callDelta: Decimal;
  readonly putDelta: Decimal;
  readonly gamma: Decimal;
  readonly vega: Decimal;
  readonly callTheta: Decimal;
  readonly putTheta: Decimal;
  readonly callRho: Decimal;
  readonly putRho: Decimal;
  readonly vanna: Decimal;
  readonly volga: Decimal;
}

/** Black-Scholes call and put with the doubles' exact values as inputs. */
export function referenceBlackScholes(input: {
  spot: number;
  strike: number;
  volatility: number;
  years: number;
  rate: number;
  yieldRate: number;
}): ReferenceOption {
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
  const vega = held.times(density).times(years.sqrt());
  const decay = vega.times(volatility).div(years.times(2));
  const callDelta = carry.times(referenceCdf(d1));
  const putDelta = carry.times(referenceCdf(d1.neg())).neg();
  const strikeCall = owed.times(referenceCdf(d2));
  const strikePut = owed.times(referenceCdf(d2.neg()));
  return {
    call: spot.times(callDelta).minus(strikeCall),
    put: strikePut.plus(spot.times(putDelta)),
    callDelta,
    putDelta,
    gamma: carry.times(density).div(v.times(spot)),
    vega,
    callTheta: decay.neg().minus(rate.times(strikeCall)).plus(yieldRate.times(spot).times(callDelta)),
    putTheta: decay.neg().plus(rate.times(strikePut)).plus(yieldRate.times(spot).times(putDelta)),
    callRho: years.times(strikeCall),
    putRho: years.times(strikePut).neg(),
    vanna: carry.times(density).times(d2).div(volatility).neg(),
    volga: vega.times(d1).times(d2).div(volatility),
  };
}

/** The normalised Black call at and out of the money, k ≥ 0, of the doubles' exact values. */
export function referenceNormalisedBlack(k: number, v: number): Decimal {
  const near = exact(k).div(exact(v)).minus(exact(v).div(2));
  return referenceCdf(near.neg()).minus(
    exact(k)
      .exp()
      .times(referenceCdf(near.plus(exact(v)).neg())),
  );
}
