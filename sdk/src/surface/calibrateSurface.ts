import { CalibrationError } from "../errors/CalibrationError.ts";
import { sviVariance, type Svi } from "../pricing/svi.ts";
import type { Surface } from "../pricing/curve.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { checkSlice } from "./checkSlice.ts";
import { fitSlice } from "./fitSlice.ts";
import { fitSurface } from "./fitSurface.ts";
import { describeDropped, observeExpiry, type DroppedQuote, type Observation } from "./observations.ts";
import { repairSlice } from "./repairSlice.ts";
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
  /** Largest move of volatility at a quote from what the expiry by itself would have: the price of calendar order. */
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

/** A slice is close to a quote within half a volatility point. */
const CLOSE = 0.005;

/**
 * A surface that the chain will accept, from option quotes: one SVI slice an expiry, in pico units, each fitted by vega
 * over spread under the no-arbitrage conditions, checked, and repaired where it must be.
 *
 * Expiries are fitted by themselves, then put in order from the first to the last: what breaks no order stays as it is.
 * Where order cost quotes, all are fitted at once besides, and that is taken if it meets no fewer quotes, by bid and
 * ask and within half a volatility point.
 * @throws CalibrationError where an expiry has too few quotes, or there is none
 */
export function calibrateSurface(chain: OptionChain, rules: SurfaceRules = SURFACE_RULES): Calibration {
  const { observedAt } = chain;
  const expiries = [...chain.expiries]
    .sort((a, b) => a.expiry - b.expiry)
    .map((quotes) => observed(quotes, observedAt));
  if (expiries.length === 0) throw new CalibrationError(0, { expected: "at least one expiry", got: "none" });
  const free = expiries.map(({ points }) => fitSlice({ points, rules }));
  const fitted = best(expiries, { free, rules });
  const statistics = expiries.map((expiry, index) => {
    const [svi, wish] = [fitted[index], free[index]];
    if (svi === undefined || wish === undefined) throw new Error("expected a slice for every expiry");
    return statisticsOf(expiry, { svi, wish });
  });
  const count = statistics.reduce((sum, { quotes }) => sum + quotes, 0);
  const total = (f: (fit: FitStatistics) => number): number => statistics.reduce((sum, fit) => sum + f(fit), 0);
  return {
    observedAt,
    slices: expiries.flatMap(({ expiry }, index) =>
      fitted[index] === undefined ? [] : { expiry, svi: fitted[index] },
    ),
    statistics,
    insideBidAsk: total((fit) => fit.insideBidAsk * fit.quotes) / count,
    rmse: Math.sqrt(total((fit) => fit.rmse ** 2 * fit.quotes) / count),
    dropped: expiries.flatMap(({ dropped }) => dropped),
  };
}

/** The slices in order, one after the other, or all at once where that meets more quotes. */
function best(
  expiries: readonly Observed[],
  { free, rules }: { free: readonly Svi[]; rules: SurfaceRules },
): readonly Svi[] {
  const smiles = expiries.map(({ points }) => points);
  const ordered = inOrder(free, { rules, smiles });
  const wanted = metBy(expiries, free);
  let chosen = { slices: ordered, met: metBy(expiries, ordered) };
  const isMet = chosen.met.inside >= wanted.inside && chosen.met.close >= wanted.close;
  // Nothing to gain: order was for nothing, or there is but one slice to order.
  if (isMet || expiries.length === 1) return ordered;
  for (const slices of fitSurface({ smiles, start: free, rules })) {
    const repaired = slices.reduce<Svi[]>(
      (all, slice) => [...all, repairSlice(slice, { rules, earlier: all.at(-1) })],
      [],
    );
    const met = metBy(expiries, repaired);
    const isNoWorse = met.inside >= chosen.met.inside && met.close >= chosen.met.close;
    if (isNoWorse && met.inside + met.close > chosen.met.inside + chosen.met.close) chosen = { slices: repaired, met };
  }
  return chosen.slices;
}

/**
 * From the first to the last: each slice as it is where the chain takes it after the one before, else fitted over that
 * one.
 */
function inOrder(
  free: readonly Svi[],
  { rules, smiles }: { rules: SurfaceRules; smiles: readonly (readonly Observation[])[] },
): Svi[] {
  const ordered: Svi[] = [];
  free.forEach((slice, index) => {
    const earlier = ordered.at(-1);
    const passes = checkSlice(slice, { rules, earlier }).length === 0;
    ordered.push(passes ? slice : fitSlice({ points: smiles[index] ?? [], rules, earlier }));
  });
  return ordered;
}

/** How many quotes slices meet: between bid and ask, and within half a volatility point of mid. */
function metBy(expiries: readonly Observed[], slices: readonly Svi[]): { inside: number; close: number } {
  let inside = 0;
  let close = 0;
  expiries.forEach(({ points, years }, index) => {
    const slice = slices[index];
    if (slice === undefined) return;
    for (const point of points) {
      const volatility = volatilityOf(slice, { k: point.k, years });
      if (isInside(volatility, point)) inside++;
      if (Math.abs(volatility - point.midVolatility) <= CLOSE) close++;
    }
  });
  return { inside, close };
}

function volatilityOf(slice: Svi, { k, years }: { k: number; years: number }): number {
  return Math.sqrt(Math.max(0, sviVariance(slice, k).w) / years);
}

function isInside(volatility: number, { bidVolatility, askVolatility }: Observation): boolean {
  return volatility >= bidVolatility && volatility <= askVolatility;
}

interface Observed {
  readonly expiry: number;
  readonly years: number;
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
  return { expiry, years: (expiry - observedAt) / SECONDS_PER_YEAR, points, dropped };
}

function statisticsOf({ expiry, years, points }: Observed, { svi, wish }: { svi: Svi; wish: Svi }): FitStatistics {
  let inside = 0;
  let squares = 0;
  let weightedSquares = 0;
  let weights = 0;
  let calendarShift = 0;
  for (const point of points) {
    const volatility = volatilityOf(svi, { k: point.k, years });
    const miss = volatility - point.midVolatility;
    if (isInside(volatility, point)) inside++;
    squares += miss ** 2;
    weightedSquares += (point.weight * miss) ** 2;
    weights += point.weight ** 2;
    calendarShift = Math.max(calendarShift, Math.abs(volatility - volatilityOf(wish, { k: point.k, years })));
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
