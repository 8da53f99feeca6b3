import type { Terms } from "./reference.ts";

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
