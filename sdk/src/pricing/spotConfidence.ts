import { SECONDS_PER_YEAR } from "../units/constants.ts";
import type { MarketState } from "./types.ts";

const MINUTE = 60;

/**
 * c_S, fraction of spot: what a young signed price leaves uncertain, max(floor, z·σ̂·√age); without one, the push feed's
 * confidence and one minute of volatility.
 * @param volatility σ̂, at the money, of the nearest expiry ahead; zero where there is none
 */
export function spotConfidenceOf(
  { feedConfidence, signedSpot }: Pick<MarketState, "feedConfidence" | "signedSpot">,
  volatility: number,
): number {
  const deviationOver = (seconds: number): number => volatility * Math.sqrt(seconds / SECONDS_PER_YEAR);
  if (signedSpot === undefined) return feedConfidence + deviationOver(MINUTE);
  return Math.max(signedSpot.floor, signedSpot.deviations * deviationOver(signedSpot.age));
}
