/** Heston's stochastic volatility with lognormal jumps (Bates, 1996). Rates and volatilities a year. */
export interface MarketModel {
  /** Quote per underlying at the start. */
  readonly spot: number;
  /** Drift of the log price without jumps' compensation. */
  readonly drift: number;
  /** Variance at the start, σ². */
  readonly variance: number;
  /** Speed κ at which variance returns to its mean, and that mean. */
  readonly meanReversion: number;
  readonly meanVariance: number;
  /** Volatility of variance ξ. */
  readonly volOfVariance: number;
  /** Correlation of spot and variance. */
  readonly correlation: number;
  /** Jumps a year, their mean and deviation in the log price. */
  readonly jumpRate: number;
  readonly jumpMean: number;
  readonly jumpDeviation: number;
}

/** A market much like ether's: 65 % volatility, a few jumps a month, spot and volatility mildly opposed. */
export const ETHER_LIKE: MarketModel = {
  spot: 2_000,
  drift: 0.05,
  variance: 0.65 ** 2,
  meanReversion: 12,
  meanVariance: 0.65 ** 2,
  volOfVariance: 2.2,
  correlation: -0.35,
  jumpRate: 20,
  jumpMean: -0.01,
  jumpDeviation: 0.025,
};

/** A market much like bitcoin's: calmer than ether's, with smaller jumps. */
export const BITCOIN_LIKE: MarketModel = {
  spot: 100_000,
  drift: 0.05,
  variance: 0.5 ** 2,
  meanReversion: 12,
  meanVariance: 0.5 ** 2,
  volOfVariance: 1.7,
  correlation: -0.3,
  jumpRate: 20,
  jumpMean: -0.008,
  jumpDeviation: 0.02,
};

/** A scripted move: over its window the log price makes exactly this way, with the model's noise around it. */
export interface MarketEvent {
  readonly name: string;
  /** Unix seconds. */
  readonly start: number;
  /** Seconds. */
  readonly duration: number;
  /** Return of the price over the window: -0.35 is a crash of 35 %. */
  readonly move: number;
  /** Added to instantaneous volatility by the end of the window, a year; reverts by the model afterwards. */
  readonly volatilityShock?: number;
}

/** The market at one moment. */
export interface MarketPoint {
  /** Unix seconds. */
  readonly time: number;
  readonly spot: number;
  /** Instantaneous variance a year. */
  readonly variance: number;
}
