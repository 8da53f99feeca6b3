import { sviVariance, type Svi } from "../pricing/svi.ts";
import type { SurfaceRules } from "./SurfaceRules.ts";

/**
 * Log-moneyness at which the chain looks for butterflies besides its grid, different for each slice: by its standard deviations,
 * and by its widths either side of its place. Always as many; those beyond the grid's end are moved onto it.
 */
export function butterflyPoints(slice: Svi, rules: SurfaceRules): number[] {
  const { deviations, widths, grid } = rules;
  const end = Math.max(...grid);
  const deviation = Math.sqrt(Math.max(0, sviVariance(slice, 0).w));
  const points = [
    ...deviations.flatMap((distance) => [distance * deviation, -distance * deviation]),
    ...widths.flatMap((distance) => [slice.m + distance * slice.sigma, slice.m - distance * slice.sigma]),
  ];
  return points.map((k) => Math.min(end, Math.max(-end, k)));
}
