import { cdf, Real } from "./normal.ts";

/**
 * The premium oracle's formulas in 80-digit arithmetic, written from their text in `IPremiumOracle`. No sensitivity is derived by hand: all are
 * differences of the price itself.
 */

export type Kind = "call" | "put";

/** Raw SVI in natural units. */
export interface Svi {
  readonly a: Real;
  readonly b: Real;
  readonly rho: Real;
  readonly m: Real;
  readonly sigma: Real;
}

export interface Smile {
  readonly near: Svi;
  readonly nearWeight: Real;
  readonly far: Svi;
  readonly farWeight: Real;
}

export interface World {
  readonly kind: Kind;
  readonly spot: Real;
  readonly rate: Real;
  readonly yield: Real;
  /** Unix seconds. */
  readonly now: number;
  readonly feedConfidence: Real;
  readonly volConfidence: Real;
  readonly realised: Real;
  readonly stale: boolean;
}

export interface Series {
  readonly strike: Real;
  /** Net short, options. */
  readonly net: Real;
}

export interface Expiry {
  readonly expiry: number;
  readonly smile: Smile;
  readonly series: readonly Series[];
}

export interface Params {
  readonly riskAversion: Real;
  readonly capacityRent: Real;
  readonly volOfVol: Real;
  readonly spotVolCorrelation: Real;
  /** Seconds. */
  readonly horizon: number;
  readonly notionalFee: Real;
  readonly premiumFeeCap: Real;
  readonly chargeFee: Real;
  readonly lockFee: Real;
  readonly stress: Real;
  readonly confidenceFactor: Real;
}

export interface Sensitivities {
  readonly value: Real;
  readonly delta: Real;
  readonly gamma: Real;
  readonly vega: Real;
  readonly theta: Real;
  readonly rho: Real;
}

interface Point {
  readonly spot: Real;
  readonly tenor: Real;
  readonly rate: Real;
  readonly yield: Real;
}

const YEAR = new Real(365 * 86400);
const ZERO = new Real(0);
const STEP = new Real("1e-14");

function slice(svi: Svi, k: Real): Real {
  const d = k.minus(svi.m);
  return svi.a.plus(svi.b.times(svi.rho.times(d).plus(d.times(d).plus(svi.sigma.times(svi.sigma)).sqrt())));
}

export function totalVariance(smile: Smile, k: Real): Real {
  const w = smile.nearWeight.times(slice(smile.near, k));
  return smile.farWeight.isZero() ? w : w.plus(smile.farWeight.times(slice(smile.far, k)));
}

function forwardOf(at: Point): Real {
  return at.spot.times(at.rate.minus(at.yield).times(at.tenor).exp());
}

/** Black-Scholes value of one option in the vault's collateral at a given volatility. */
export function valueAt(kind: Kind, strike: Real, volatility: Real, at: Point): Real {
  const forward = forwardOf(at);
  const discount = at.rate.times(at.tenor).neg().exp();
  const deviation = volatility.times(at.tenor.sqrt());
  let first = ZERO;
  let second = ZERO;
  const sign = kind === "call" ? 1 : -1;
  if (deviation.isZero()) {
    const pays = sign * forward.comparedTo(strike) > 0;
    first = new Real(pays ? 1 : 0);
    second = first;
  } else {
    const d1 = forward.div(strike).ln().div(deviation).plus(deviation.div(2));
    first = cdf(d1.times(sign));
    second = cdf(d1.minus(deviation).times(sign));
  }
  const price = forward.times(first).minus(strike.times(second)).times(sign).times(discount);
  return kind === "call" ? price.div(at.spot) : price;
}

function smileVolatility(smile: Smile, strike: Real, at: Point): Real {
  return totalVariance(smile, strike.div(forwardOf(at)).ln())
    .div(at.tenor)
    .sqrt();
}

export function pointOf(world: World, expiry: number): Point {
  return {
    spot: world.spot,
    tenor: new Real(Math.max(0, expiry - world.now)).div(YEAR),
    rate: world.rate,
    yield: world.yield,
  };
}

/** Value and sensitivities of one option held. */
export function sensitivities(world: World, expiry: number, smile: Smile, strike: Real): Sensitivities {
  const at = pointOf(world, expiry);
  if (at.tenor.isZero()) {
    const value = valueAt(world.kind, strike, ZERO, at);
    const bump = (d: Real): Real => valueAt(world.kind, strike, ZERO, { ...at, spot: at.spot.times(d.exp()) });
    const [up, down] = [bump(STEP), bump(STEP.neg())];
    return {
      value,
      delta: up.minus(down).div(STEP.times(2)),
      gamma: up.plus(down).minus(value.times(2)).div(STEP.times(STEP)),
      vega: ZERO,
      theta: ZERO,
      rho: ZERO,
    };
  }
  const volatility = smileVolatility(smile, strike, at);
  const value = valueAt(world.kind, strike, volatility, at);
  const moved = (d: Real): Real => {
    const there = { ...at, spot: at.spot.times(d.exp()) };
    return valueAt(world.kind, strike, smileVolatility(smile, strike, there), there);
  };
  const [up, down] = [moved(STEP), moved(STEP.neg())];
  const slope = (f: (d: Real) => Real): Real => f(STEP).minus(f(STEP.neg())).div(STEP.times(2));
  return {
    value,
    delta: up.minus(down).div(STEP.times(2)),
    gamma: up.plus(down).minus(value.times(2)).div(STEP.times(STEP)),
    vega: slope((d) => valueAt(world.kind, strike, volatility.plus(d), at)),
    theta: slope((d) => valueAt(world.kind, strike, volatility, { ...at, tenor: at.tenor.minus(d) })),
    rho: slope((d) => valueAt(world.kind, strike, volatility, { ...at, rate: at.rate.plus(d) })),
  };
}

export interface BookFigures {
  readonly value: Real;
  /** From the vault's side. */
  readonly greeks: Omit<Sensitivities, "value">;
  readonly lock: Real;
  readonly spotMove: Real;
  readonly volMove: Real;
  readonly gammaMove: Real;
  /** [collateral locked, years] of each interval. */
  readonly intervals: readonly (readonly [Real, Real])[];
  /** c_S without the confidence factor. */
  readonly spotConfidence: Real;
}

function lockOf(kind: Kind, series: Series): Real {
  return series.net.times(kind === "call" ? 1 : series.strike);
}

/** Totals over a book, whose expiries are in rising order. */
export function bookFigures(world: World, params: Params, book: readonly Expiry[]): BookFigures {
  const total = { value: ZERO, delta: ZERO, gamma: ZERO, vega: ZERO, theta: ZERO, rho: ZERO };
  const horizon = new Real(params.horizon).div(YEAR);
  let [spotMove, volMove, gammaMove, nearVolatility] = [ZERO, ZERO, ZERO, ZERO];
  for (const { expiry, smile, series } of book) {
    const at = pointOf(world, expiry);
    let [delta, gamma, vega] = [ZERO, ZERO, ZERO];
    for (const { strike, net } of series) {
      const one = sensitivities(world, expiry, smile, strike);
      total.value = total.value.plus(net.times(one.value));
      total.theta = total.theta.minus(net.times(one.theta));
      total.rho = total.rho.minus(net.times(one.rho));
      delta = delta.minus(net.times(one.delta));
      gamma = gamma.minus(net.times(one.gamma));
      vega = vega.minus(net.times(one.vega));
    }
    total.delta = total.delta.plus(delta);
    total.gamma = total.gamma.plus(gamma);
    total.vega = total.vega.plus(vega);
    if (at.tenor.isZero()) continue;
    const atm = totalVariance(smile, ZERO).div(at.tenor).sqrt();
    if (nearVolatility.isZero()) nearVolatility = atm;
    const fade = Real.min(1, at.tenor.div(horizon));
    spotMove = spotMove.plus(delta.times(fade.sqrt()).times(atm).times(horizon.sqrt()));
    volMove = volMove.plus(vega.times(fade.sqrt()).times(params.volOfVol).times(horizon.sqrt()));
    gammaMove = gammaMove.plus(gamma.times(fade).times(atm).times(atm).times(horizon));
  }
  const locks = book.map(({ series }) => series.reduce((sum, s) => sum.plus(lockOf(world.kind, s)), ZERO));
  const intervals = book.map(({ expiry }, k) => {
    const from = Math.max(world.now, k === 0 ? world.now : (book[k - 1]?.expiry ?? 0));
    const locked = locks.slice(k).reduce((sum, lock) => sum.plus(lock), ZERO);
    return [locked, new Real(Math.max(0, expiry - from)).div(YEAR)] as const;
  });
  const { value, ...greeks } = total;
  return {
    value,
    greeks,
    lock: locks.reduce((sum, lock) => sum.plus(lock), ZERO),
    spotMove,
    volMove,
    gammaMove,
    intervals,
    spotConfidence: world.feedConfidence.plus(nearVolatility.times(new Real(60).div(YEAR).sqrt())),
  };
}

/** E after this block's rule. `elapsed` in seconds. */
export function riskCapital(collateral: Real, previous: Real, value: Real, elapsed: number): Real {
  if (elapsed === 0) return previous;
  const available = Real.max(0, collateral.minus(value));
  const grown = available.minus(
    available.minus(previous).times(new Real(2).pow(new Real(-Math.min(elapsed, 6 * 3600)).div(86400))),
  );
  return Real.max(available.lt(previous) ? available : grown, collateral.div(8));
}

function capacity(u: Real): Real {
  const phi = (x: Real): Real => new Real(1).minus(x).ln().neg().minus(x);
  return u.lte(0.9) ? phi(u) : phi(new Real("0.9")).plus(u.minus("0.9").times(9));
}

/** R(E), its two parts. */
export function riskCharge(figures: BookFigures, params: Params, capital: Real): { move: Real; rent: Real } {
  const { spotMove: x, volMove: y, gammaMove: z } = figures;
  const variance = x
    .times(x)
    .plus(params.spotVolCorrelation.times(x).times(y).times(2))
    .plus(y.times(y))
    .plus(z.times(z).div(2));
  const rent = figures.intervals.reduce(
    (sum, [locked, years]) => sum.plus(capacity(locked.div(capital)).times(years)),
    ZERO,
  );
  return {
    move: params.riskAversion.times(variance).div(capital).div(2),
    rent: params.capacityRent.times(capital).times(rent),
  };
}

export interface TradeFigures {
  readonly premium: Real;
  readonly fair: Real;
  readonly move: Real;
  readonly rent: Real;
  readonly fee: Real;
  readonly one: Sensitivities;
}

/** The price of buying (quantity > 0) or selling back one series of the book, which must list it (with net zero if need be). */
export function tradeFigures(
  world: World,
  params: Params,
  book: readonly Expiry[],
  trade: { expiry: number; strike: Real; quantity: Real; capital: Real },
): TradeFigures {
  const { quantity, strike, capital } = trade;
  const here = book.find(({ expiry }) => expiry === trade.expiry);
  if (here === undefined) throw new Error("expected the trade's expiry in the book; list it there");
  const after = book.map((expiry) =>
    expiry !== here
      ? expiry
      : {
          ...expiry,
          series: expiry.series.map((s) => (s.strike.eq(strike) ? { ...s, net: s.net.plus(quantity) } : s)),
        },
  );
  const [before, later] = [bookFigures(world, params, book), bookFigures(world, params, after)];
  const [chargeBefore, chargeAfter] = [riskCharge(before, params, capital), riskCharge(later, params, capital)];
  const one = sensitivities(world, trade.expiry, here.smile, strike);
  const at = pointOf(world, trade.expiry);
  const size = quantity.abs();
  const isAsk = quantity.gt(0);
  let [move, rent] = [chargeAfter.move.minus(chargeBefore.move), chargeAfter.rent.minus(chargeBefore.rent)];
  const change = move.plus(rent);
  const isStaleBid = !isAsk && world.stale;
  const doubt = before.spotConfidence
    .times(one.delta.abs())
    .plus(isStaleBid ? 0 : world.volConfidence.times(one.vega))
    .times(params.confidenceFactor);
  const notional = world.kind === "call" ? new Real(1) : world.spot;
  const lockChange = later.lock.minus(before.lock);
  const fee = size
    .times(Real.min(params.notionalFee.times(notional), params.premiumFeeCap.times(one.value)))
    .plus(params.chargeFee.times(change.abs()))
    .plus(params.lockFee.times(lockChange.abs()))
    .plus(size.times(doubt));
  const volatility = at.tenor.isZero() ? ZERO : smileVolatility(here.smile, strike, at);
  const fair = size.times(one.value);
  if (isAsk) {
    if (change.gt(0)) [move, rent] = [move.times(params.stress), rent.times(params.stress)];
    const floors = [size.times(valueAt(world.kind, strike, ZERO, at))];
    if (world.realised.gt(volatility)) floors.push(size.times(valueAt(world.kind, strike, world.realised, at)));
    return { premium: Real.max(fair.plus(move).plus(rent).plus(fee), ...floors), fair, move, rent, fee, one };
  }
  const discounted =
    world.kind === "call"
      ? world.yield.times(at.tenor).neg().exp()
      : strike.times(world.rate.times(at.tenor).neg().exp());
  const paidFor = world.stale
    ? size.times(valueAt(world.kind, strike, Real.max(0, volatility.minus(world.volConfidence)), at))
    : fair;
  const paid = Real.min(paidFor.minus(change).minus(fee), lockChange.neg(), size.times(discounted));
  return { premium: Real.max(0, paid), fair, move, rent, fee, one };
}
