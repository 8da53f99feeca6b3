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
  /** Where a signed price counts: seconds since, and the least c_S. */
  readonly signed?: { readonly age: number; readonly floor: Real };
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

const known = new WeakMap<World, Map<string, Sensitivities>>();

/** Value and sensitivities of one option held. A world has one smile an expiry. */
export function sensitivities(world: World, expiry: number, smile: Smile, strike: Real): Sensitivities {
  const options = known.get(world) ?? new Map<string, Sensitivities>();
  known.set(world, options);
  const key = `${expiry} ${strike.toString()}`;
  const found = options.get(key) ?? differences(world, expiry, smile, strike);
  options.set(key, found);
  return found;
}

function differences(world: World, expiry: number, smile: Smile, strike: Real): Sensitivities {
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
    spotConfidence: spotConfidence(world, nearVolatility),
  };
}

/** How far spot may be off: what three deviations since a signed price come to, or the push feed's and one deviation of a minute. */
function spotConfidence(world: World, nearVolatility: Real): Real {
  const deviation = (seconds: number): Real => nearVolatility.times(new Real(seconds).div(YEAR).sqrt());
  if (world.signed === undefined) return world.feedConfidence.plus(deviation(60));
  return Real.max(world.signed.floor, deviation(world.signed.age).times(3));
}

/** A vault's capital. Collateral, but for the share. */
export interface Capital {
  readonly collateral: Real;
  readonly riskCapital: Real;
  readonly actual: Real;
  readonly fresh: Real;
  readonly recentCharge: Real;
  readonly doublingBase: Real;
  readonly claimShare: Real;
}

const halved = (seconds: number, halfLife: number): Real => new Real(2).pow(new Real(-seconds).div(halfLife));

/** After the block's step. `elapsed` in seconds. */
export function steppedCapital(capital: Capital, { value, elapsed }: { value: Real; elapsed: number }): Capital {
  if (elapsed === 0) return capital;
  const { collateral, riskCapital, doublingBase } = capital;
  const counted = Math.min(elapsed, 6 * 3600);
  const actual = Real.max(collateral.minus(value), collateral.div(8));
  const followed = riskCapital.plus(actual.minus(riskCapital).times(new Real(1).minus(halved(counted, 86400))));
  const bound = Real.max(riskCapital, doublingBase).div(halved(counted, 6 * 3600));
  const next = Real.min(followed, bound);
  const share = actual.eq(riskCapital) ? new Real(1).minus(halved(counted, 86400)) : rise(riskCapital, next, actual);
  return {
    ...capital,
    riskCapital: next,
    actual,
    fresh: capital.fresh.times(new Real(1).minus(share)),
    recentCharge: capital.recentCharge.times(halved(elapsed, 86400)),
  };
}

/** The part of the way from `from` to `goal` at which `to` is. */
function rise(from: Real, to: Real, goal: Real): Real {
  return to.minus(from).div(goal.minus(from));
}

/** E_low once `leaving` has left. */
export function lowCapital({ collateral, riskCapital, actual }: Capital, leaving: Real = ZERO): Real {
  return Real.min(riskCapital, Real.max(0, actual.minus(leaving), collateral.minus(leaving).div(8)));
}

/** E_dep */
export function depositCapital({ collateral, riskCapital, actual, fresh }: Capital): Real {
  return Real.max(riskCapital, Real.max(actual, collateral.div(8)).minus(Real.max(0, fresh)));
}

/** What redeem requests claim of NAV. */
export function claimOf(figures: BookFigures, params: Params, capital: Capital): Real {
  const { move, rent } = riskCharge(figures, params, lowCapital(capital));
  return Real.max(0, capital.collateral.minus(figures.value).minus(move).minus(rent)).times(capital.claimShare);
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

export interface Leg {
  readonly expiry: number;
  readonly strike: Real;
  /** Positive where the trader buys. */
  readonly quantity: Real;
}

export interface LegFigures {
  /** What the trader pays for the leg by itself, or gets. */
  readonly amount: Real;
  /** What it adds to the order, and the least that it may add to it. */
  readonly own: Real;
  readonly least: Real;
  readonly fair: Real;
  readonly fee: Real;
  readonly one: Sensitivities;
}

export interface OrderFigures {
  /** Negative where the trader gets. */
  readonly premium: Real;
  readonly move: Real;
  readonly rent: Real;
  readonly fee: Real;
  readonly clamp: Real;
  readonly valueAfter: Real;
  readonly chargeBefore: Real;
  readonly chargeAfter: Real;
  readonly claim: Real;
  readonly legs: readonly LegFigures[];
}

/** The price of an order against a book in which every leg's expiry is live. @param capital after the block's step */
export function orderFigures(
  world: World,
  params: Params,
  book: readonly Expiry[],
  { legs, capital }: { legs: readonly Leg[]; capital: Capital },
): OrderFigures {
  const [before, after] = [book, legs.reduce(withLeg, book)].map((each) => bookFigures(world, params, each)) as [
    BookFigures,
    BookFigures,
  ];
  const claim = claimOf(before, params, capital);
  const buys = legs.some(({ quantity }) => quantity.gt(0));
  const capitals = [lowCapital(capital), depositCapital(capital), ...(buys ? [lowCapital(capital, claim)] : [])];
  const charges = capitals.map((each) => [riskCharge(before, params, each), riskCharge(after, params, each)] as const);
  const unstressed = {
    move: Real.max(...charges.map(([from, to]) => to.move.minus(from.move))),
    rent: Real.max(...charges.map(([from, to]) => to.rent.minus(from.rent))),
  };
  const change = unstressed.move.plus(unstressed.rent);
  const stress = buys && change.gt(0) ? Real.max(1, params.stress) : new Real(1);
  const [move, rent] = [unstressed.move.times(stress), unstressed.rent.times(stress)];
  const chargeFee = params.chargeFee.times(change.abs());
  const priced = legs.map((leg) => legFigures(world, params, { book, leg, spotConfidence: before.spotConfidence }));
  const sum = (part: (leg: LegFigures) => Real): Real => priced.reduce((all, leg) => all.plus(part(leg)), ZERO);
  const net = sum(({ own }) => own)
    .plus(move)
    .plus(rent)
    .plus(chargeFee);
  const premium = Real.max(
    net,
    sum(({ least }) => least),
  );
  const [first] = charges;
  return {
    premium,
    move,
    rent,
    fee: chargeFee.plus(sum(({ fee }) => fee)),
    clamp: premium.minus(net),
    valueAfter: after.value,
    chargeBefore: first === undefined ? ZERO : first[0].move.plus(first[0].rent),
    chargeAfter: first === undefined ? ZERO : first[1].move.plus(first[1].rent),
    claim,
    legs: priced,
  };
}

/** The book with a leg in it, whether its strike is listed or not. */
function withLeg(book: readonly Expiry[], { expiry, strike, quantity }: Leg): readonly Expiry[] {
  return book.map((row) => {
    if (row.expiry !== expiry) return row;
    const listed = row.series.some((one) => one.strike.eq(strike));
    const series = listed ? row.series : [...row.series, { strike, net: ZERO }];
    return {
      ...row,
      series: series.map((one) => (one.strike.eq(strike) ? { strike, net: one.net.plus(quantity) } : one)),
    };
  });
}

/** One leg by itself. */
function legFigures(
  world: World,
  params: Params,
  { book, leg, spotConfidence }: { book: readonly Expiry[]; leg: Leg; spotConfidence: Real },
): LegFigures {
  const { expiry, strike, quantity } = leg;
  const here = book.find((row) => row.expiry === expiry);
  if (here === undefined) throw new Error("expected the leg's expiry in the book; list it there");
  const one = sensitivities(world, expiry, here.smile, strike);
  const at = pointOf(world, expiry);
  const size = quantity.abs();
  const isAsk = quantity.gt(0);
  const isStaleBid = !isAsk && world.stale;
  const doubt = spotConfidence
    .times(one.delta.abs().plus(spotConfidence.times(one.gamma.abs()).div(2)))
    .plus(isStaleBid ? 0 : world.volConfidence.times(one.vega))
    .times(isAsk ? Real.max(1, params.confidenceFactor) : 1);
  const lock = size.times(world.kind === "call" ? 1 : strike);
  const cap = params.premiumFeeCap.times(one.value);
  const fee = size
    .times(Real.min(params.notionalFee.times(world.kind === "call" ? 1 : world.spot), cap))
    .plus(size.times(doubt))
    .plus(Real.min(params.lockFee.times(lock), cap.times(size)));
  const volatility = at.tenor.isZero() ? ZERO : smileVolatility(here.smile, strike, at);
  const fair = size.times(one.value);
  if (isAsk) {
    const floors = [new Real("1e-18"), size.times(valueAt(world.kind, strike, ZERO, at))];
    if (world.realised.gt(volatility)) floors.push(size.times(valueAt(world.kind, strike, world.realised, at)));
    const least = Real.max(...floors);
    const amount = Real.max(fair.plus(fee), least);
    return { amount, own: amount, least, fair, fee, one };
  }
  const discounted =
    world.kind === "call"
      ? world.yield.times(at.tenor).neg().exp()
      : strike.times(world.rate.times(at.tenor).neg().exp());
  const paidFor = world.stale
    ? size.times(valueAt(world.kind, strike, Real.max(0, volatility.minus(world.volConfidence)), at))
    : fair;
  const ceiling = Real.min(lock, size.times(discounted));
  const bid = Real.min(paidFor.minus(fee), ceiling);
  return { amount: Real.max(0, bid), own: bid.neg(), least: ceiling.neg(), fair, fee, one };
}
