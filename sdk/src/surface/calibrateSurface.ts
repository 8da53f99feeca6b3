import { CalibrationError } from "../errors/CalibrationError.ts";
import { sviVariance, type Svi } from "../pricing/svi.ts";
import type { Surface } from "../pricing/curve.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { fitSlice } from "./fitSlice.ts";
import { describeDropped, observeExpiry, type DroppedQuote, type Observation } from "./observations.ts";
import type { ExpiryQuotes, OptionChain } from "./OptionChain.ts";
import { SURFACE_RULES, type SurfaceRules } from "./SurfaceRules.ts";

/** How well a slice meets the quotes that it was made from. */
export interface FitStatistics {
  /** Unix seconds. */
  readonly expiry: number;
  /** Two-sided out-of-the-money quotes used. */
  readonly quotes: number;
  /** Share of them whose bid and ask enclose the slice. */
  readonly insideBidAsk: number;
  /** Root mean square of volatility against mid, by the fit's weights and plain. */
  readonly weightedRmse: number;
  readonly rmse: number;
  /** Largest move of volatility at a quote by which the earlier expiries lifted this slice: the price of calendar order. */
  readonly calendarShift: number;
}

export interface Calibration extends Surface {
  readonly statistics: readonly FitStatistics[];
  /** Over all expiries. */
  readonly insideBidAsk: number;
  readonly rmse: number;
  /** Every quote of the chain that no slice was fitted to, and why. */
  readonly dropped: readonly DroppedQuote[];
}

/** Five parameters want at least this many two-sided out-of-the-money quotes. */
export const MIN_QUOTES = 5;

/**
 * A surface that the chain will accept, from option quotes: one SVI slice an expiry, in pico units, each fitted
 * by vega over spread under the no-arbitrage conditions and then checked, and repaired where it must be.
 */
export function calibrateSurface(chain: OptionChain, rules: SurfaceRules = SURFACE_RULES): Calibration {
  const { observedAt } = chain;
  const slices: { expiry: number; svi: Svi }[] = [];
  const statistics: FitStatistics[] = [];
  let inside = 0;
  let squares = 0;
  let count = 0;
  const expiries = [...chain.expiries]
    .sort((a, b) => a.expiry - b.expiry)
    .map((quotes) => observed(quotes, observedAt));
  // Wings beyond the quotes are free to choose, and a steep early one would lift every later slice. So first from the last expiry
  // to the first, each asked to keep under the one after it; then forwards, where the chain's order is binding.
  const wishes: Svi[] = [];
  for (const { points } of expiries.toReversed()) wishes.unshift(fitSlice({ points, rules, later: wishes[0] }));
  for (const [index, { expiry, points }] of expiries.entries()) {
    const earlier = slices[index - 1]?.svi;
    const svi = fitSlice({ points, rules, earlier, later: wishes[index + 1] });
    const years = (expiry - observedAt) / SECONDS_PER_YEAR;
    const fit = statisticsOf(points, { expiry, years, svi, wish: wishes[index] ?? svi });
    slices.push({ expiry, svi });
    statistics.push(fit);
    inside += fit.insideBidAsk * fit.quotes;
    squares += fit.rmse ** 2 * fit.quotes;
    count += fit.quotes;
  }
  if (count === 0) throw new CalibrationError(0, { expected: "at least one expiry", got: "none" });
  const dropped = expiries.flatMap((expiry) => expiry.dropped);
  return { observedAt, slices, statistics, insideBidAsk: inside / count, rmse: Math.sqrt(squares / count), dropped };
}

interface Observed {
  readonly expiry: number;
  readonly points: readonly Observation[];
  readonly dropped: readonly DroppedQuote[];
}

function observed(quotes: ExpiryQuotes, observedAt: number): Observed {
  const { expiry } = quotes;
  const { observations: points, dropped } = observeExpiry(quotes, observedAt);
  if (points.length < MIN_QUOTES) {
    throw new CalibrationError(expiry, {
      expected: `at least ${MIN_QUOTES} two-sided out-of-the-money quotes`,
      got: `${points.length} (left out: ${describeDropped(dropped)})`,
    });
  }
  return { expiry, points, dropped };
}

function statisticsOf(
  points: readonly Observation[],
  { expiry, years, svi, wish }: { expiry: number; years: number; svi: Svi; wish: Svi },
): FitStatistics {
  const volatility = (slice: Svi, k: number): number => Math.sqrt(Math.max(0, sviVariance(slice, k).w) / years);
  let inside = 0;
  let squares = 0;
  let weightedSquares = 0;
  let weights = 0;
  let calendarShift = 0;
  for (const point of points) {
    const model = volatility(svi, point.k);
    const miss = model - point.midVolatility;
    if (model >= point.bidVolatility && model <= point.askVolatility) inside++;
    squares += miss ** 2;
    weightedSquares += (point.weight * miss) ** 2;
    weights += point.weight ** 2;
    calendarShift = Math.max(calendarShift, Math.abs(model - volatility(wish, point.k)));
  }
  return {
    expiry,
    quotes: points.length,
    insideBidAsk: inside / points.length,
    rmse: Math.sqrt(squares / points.length),
    weightedRmse: Math.sqrt(weightedSquares / weights),
    calendarShift,
  };
}
