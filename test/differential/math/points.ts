import { Real, carryOf, deviationOf, discountedStrike, fromWad, type Terms } from "./reference.ts";

const WAD = 10n ** 18n;
const DAY = 86_400n;

/** A seeded generator (splitmix32): a failure seen once is seen again. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** 25 moneynesses × 7 tenors × 6 volatilities × 2 rates, spots of 1 and 2000 in turn: 2,100 points. */
export function gridPoints(): Terms[] {
  const points: Terms[] = [];
  const tenors = [60n, 3_600n, DAY, 7n * DAY, 30n * DAY, 365n * DAY, 3_650n * DAY];
  const volatilities = [0.01, 0.1, 0.4, 0.8, 1.5, 4];
  for (let m = -12; m <= 12; m++) {
    for (const tenor of tenors) {
      for (const volatility of volatilities) {
        for (const rate of [0n, WAD / 20n]) {
          const spot = m % 2 === 0 ? WAD : 2_000n * WAD;
          const strike = (spot * BigInt(Math.round(Math.exp(m * Math.abs(m) * 0.02) * 1e9))) / 1_000_000_000n;
          points.push({ spot, strike, tenor, volatility: BigInt(volatility * 1e18), rate });
        }
      }
    }
  }
  return points;
}

/** Anything a market could be: spots over 16 decades, tenors over 8, volatilities from 0.1 % to 2,000 %. */
export function randomPoints(count: number, seed: number): Terms[] {
  const random = randomNumbers(seed);
  const spread = (low: number, high: number): bigint => BigInt(Math.floor(10 ** (low + (high - low) * random())));
  return Array.from({ length: count }, () => {
    const spot = spread(12, 28);
    const tenor = spread(0, 8.5);
    const volatility = spread(15, 19.3);
    const deviation = (Number(volatility) / 1e18) * Math.sqrt(Number(tenor) / 31_536_000);
    const k = Math.max(-9, Math.min(9, (random() * 2 - 1) * 7 * deviation));
    const strike = BigInt(Math.floor(Number(spot) * Math.exp(k)));
    const rate = random() < 0.5 ? 0n : spread(15, 18);
    return { spot, strike: strike < 1n ? 1n : strike < 2n ** 96n ? strike : 2n ** 96n - 1n, tenor, volatility, rate };
  });
}

/** An option with its price, as `MathHarness.Observed` takes it. */
export interface Observed extends Omit<Terms, "volatility"> {
  readonly kind: 0 | 1;
  readonly price: bigint;
}

const PRICE_BITS = 96;
const WEI = "1e-18";

/** What is rounded in K·e^(−rτ), natural units: nothing without a rate, else a unit and 3e-18 of itself. */
export const discountRounding = (terms: Pick<Terms, "strike" | "rate" | "tenor">): Real =>
  terms.rate === 0n ? new Real(0) : discountedStrike(terms).times("3e-18").plus(WEI);

/** A whole number with 0 to `bits` bits, all lengths alike. */
const wholeUpTo = (random: () => number, bits: number): bigint => BigInt(Math.floor(2 ** (bits * random())));

const toUnits = (x: Real): bigint => BigInt(x.times("1e18").toFixed(0));

/**
 * The whole domain of implied volatility: spots from a unit to 2^96, tenors from a second to 68 years, strikes from the
 * forward itself to e^±32 of it, time values from a unit to a unit less than an option can be worth; half have a rate.
 */
export function observedPoints(count: number, seed: number): Observed[] {
  const random = randomNumbers(seed);
  const points: Observed[] = [];
  while (points.length < count) {
    const spot = random() < 0.5 ? 2n ** 96n - 1n : wholeUpTo(random, PRICE_BITS);
    const tenor = random() < 0.2 ? 1n : wholeUpTo(random, 31);
    const rate = random() < 0.5 ? 0n : wholeUpTo(random, 62);
    const distance = random() < 0.6 ? 10 ** (-29 + 30.5 * random()) : 32 * random();
    const k = new Real(random() < 0.05 ? 0 : (random() < 0.5 ? -1 : 1) * distance);
    const carry = carryOf({ rate, tenor });
    if (k.plus(carry).abs().gt(70)) continue;
    const strike = BigInt(new Real(spot.toString()).times(k.plus(carry).exp()).toFixed(0));
    const terms = { spot, strike, tenor, rate };
    if (strike < 1n || strike >= 2n ** 96n || spot < 4n) continue;
    const [gain, loss] = [fromWad(spot), discountedStrike(terms)];
    if (gain.div(loss).ln().abs().gt(31.9)) continue;
    // A unit for the price, and the rounding of the discount.
    const margin = discountRounding(terms).times(2).plus(WEI);
    const smaller = Real.min(gain, loss).minus(margin.times(2));
    if (smaller.lt(margin)) continue;
    const share = new Real(10).pow(smaller.div(margin).log(10).times(random()));
    const timeValue = random() < 0.7 ? margin.times(share) : margin.plus(smaller).minus(margin.times(share));
    const kind = random() < 0.5 ? 0 : 1;
    const intrinsic = Real.max(0, kind === 0 ? gain.minus(loss) : loss.minus(gain));
    points.push({ kind, price: toUnits(intrinsic.plus(timeValue)), ...terms });
  }
  return points;
}

/** The whole domain of Black-Scholes, volatilities down to a unit: where delta is more than 0 and less than 1. */
export function wholeDomainPoints(count: number, seed: number): Terms[] {
  const random = randomNumbers(seed);
  const points: Terms[] = [];
  while (points.length < count) {
    const spot = random() < 0.5 ? 2n ** 96n - 1n : wholeUpTo(random, PRICE_BITS);
    const tenor = wholeUpTo(random, 31);
    const volatility = random() < 0.5 ? wholeUpTo(random, 67) : wholeUpTo(random, 8);
    const rate = random() < 0.5 ? 0n : wholeUpTo(random, 62);
    const carry = carryOf({ rate, tenor });
    const deviation = deviationOf({ volatility, tenor });
    const k = deviation.times(random() * 12 - 6).plus(carry);
    if (k.abs().gt(60)) continue;
    const strike = BigInt(new Real(spot.toString()).times(k.exp()).toFixed(0));
    if (strike >= 1n && strike < 2n ** 96n) points.push({ spot, strike, tenor, volatility, rate });
  }
  return points;
}
