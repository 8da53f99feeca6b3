import { SECONDS_PER_YEAR } from "@bulkhead/sdk";

/** What an estimator is built from (`RealisedVolatility.Config`). */
export interface VolatilityRules {
  /** Volatility before there is any observation, a year. */
  readonly seed: number;
  /** Seconds after which an observation has lost half its weight. */
  readonly halfLife: number;
  /** Seconds between two observations at least. */
  readonly minSpacing: number;
  /** Largest move that counts in full, in standard deviations of the present estimate over the step, an hour at least. */
  readonly outlier: number;
}

/** Realised volatility after the prices seen so far. */
export interface VolatilityEstimate {
  readonly volatility: number;
  /** The last price seen, and when (unix seconds); absent before the first. */
  readonly last?: { readonly price: number; readonly at: number };
}

const MIN_VOLATILITY = 0.01;
const MAX_VOLATILITY = 10;

/** The clamp is as wide as for this time at least, seconds: frequent updates must not narrow it. */
const CLAMP_HORIZON = 3_600;

/** Moves of this many times the feed's confidence are its grain, and count in full. */
const GRAINS = 2;

/** What an estimator sees of the market. */
export interface PriceObservation {
  readonly price: number;
  /** Unix seconds. */
  readonly now: number;
  /** The feed's confidence, relative. */
  readonly confidence: number;
  readonly rules: VolatilityRules;
}

/**
 * The estimate after one more price, by the rule of `RealisedVolatility.sol`: an exponentially weighted mean of squared log
 * returns over irregular steps, each cut at `outlier` standard deviations of the estimate before it and the feed's own grain.
 */
export function observePrice(
  estimate: VolatilityEstimate,
  { price, now, confidence, rules }: PriceObservation,
): VolatilityEstimate {
  const { volatility, last } = estimate;
  if (last === undefined) return { volatility, last: { price, at: now } };
  const elapsed = now - last.at;
  if (elapsed < rules.minSpacing) return estimate;
  const variance = volatility ** 2;
  const ordinary = (variance * rules.outlier ** 2 * Math.max(elapsed, CLAMP_HORIZON)) / SECONDS_PER_YEAR;
  const square = Math.min(Math.log(price / last.price) ** 2, ordinary + (GRAINS * confidence) ** 2);
  const observed = (square * SECONDS_PER_YEAR) / elapsed;
  const decay = 2 ** (-elapsed / rules.halfLife);
  const next = Math.sqrt(variance * decay + observed * (1 - decay));
  return {
    volatility: Math.min(Math.max(next, MIN_VOLATILITY), MAX_VOLATILITY),
    last: { price, at: now },
  };
}
