import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { curveVariance } from "./curve.ts";
import type { Greeks, MarketState, RiskParams } from "./types.ts";

/** At-the-money volatility to an expiry, a year; zero once it has passed. */
export function atmVolatility(market: Pick<MarketState, "now" | "curveOf">, expiry: number): number {
  const years = (expiry - market.now) / SECONDS_PER_YEAR;
  return years > 0 ? Math.sqrt(curveVariance(market.curveOf(expiry), 0).w / years) : 0;
}

/** What Greeks of one expiry move by over the horizon, collateral (`BookPass.moves`). */
export interface Moves {
  readonly spotMove: number;
  readonly volMove: number;
  readonly gammaMove: number;
}

/** The moves of some Greeks of one expiry; they fade out over the last horizon before it, so that settling changes no share price. */
export function movesOf(
  market: Pick<MarketState, "now" | "curveOf">,
  { expiry, greeks, params }: { expiry: number; greeks: Pick<Greeks, "delta" | "gamma" | "vega">; params: RiskParams },
): Moves {
  const horizon = params.horizon / SECONDS_PER_YEAR;
  const fading = Math.min(1, Math.max(0, expiry - market.now) / params.horizon);
  const variance = atmVolatility(market, expiry) ** 2 * horizon;
  return {
    spotMove: greeks.delta * Math.sqrt(fading * variance),
    volMove: greeks.vega * params.volOfVol * Math.sqrt(fading * horizon),
    gammaMove: greeks.gamma * fading * variance,
  };
}
