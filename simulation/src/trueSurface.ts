import type { Surface, Svi } from "@bulkhead/sdk/book";
import { SECONDS_PER_YEAR } from "@bulkhead/sdk";
import { ETHER_LIKE, type MarketModel, type MarketPoint } from "./MarketModel.ts";

/** Steepness of the smile: η of the power law φ(θ) = η/√(θ(1+θ)). At most 2/(1+|ρ|), so that it is free of arbitrage. */
const SMILE_STEEPNESS = 1.1;

/** Instantaneous variance is priced with at least this, as no market quotes a volatility of zero. */
const MIN_VARIANCE = 0.15 ** 2;

/**
 * The surface that the simulated market's option prices come from.
 *
 * At-the-money total variance is what the model expects from its present variance (mean reversion, jumps included), and around it lies
 * a surface SVI smile (Gatheral and Jacquier, 2014) with the model's correlation: free of butterfly and calendar arbitrage by their
 * theorems 4.1 and 4.2, and each slice of it exactly a raw SVI.
 */
export function trueSurface(
  { time, variance }: MarketPoint,
  { expiries, model = ETHER_LIKE }: { expiries: readonly number[]; model?: MarketModel },
): Surface {
  return {
    observedAt: time,
    slices: expiries.map((expiry) => ({
      expiry,
      svi: smile(expectedVariance(variance, { model, years: (expiry - time) / SECONDS_PER_YEAR }), model.correlation),
    })),
  };
}

function expectedVariance(variance: number, { model, years }: { model: MarketModel; years: number }): number {
  const { meanReversion, meanVariance, jumpRate, jumpMean, jumpDeviation } = model;
  const now = Math.max(MIN_VARIANCE, variance);
  const reverting = ((now - meanVariance) * -Math.expm1(-meanReversion * years)) / meanReversion;
  const jumps = jumpRate * (jumpMean ** 2 + jumpDeviation ** 2) * years;
  return meanVariance * years + reverting + jumps;
}

function smile(theta: number, rho: number): Svi {
  const steepness = SMILE_STEEPNESS / Math.sqrt(theta * (1 + theta));
  return {
    a: (theta / 2) * (1 - rho ** 2),
    b: (theta * steepness) / 2,
    rho,
    m: -rho / steepness,
    sigma: Math.sqrt(1 - rho ** 2) / steepness,
  };
}
