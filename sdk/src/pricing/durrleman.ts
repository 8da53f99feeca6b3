import type { VarianceAt } from "./svi.ts";

/**
 * Durrleman's function g(k): the risk-neutral density at k is g times a positive factor, so g ≥ 0 is the absence of
 * butterfly arbitrage. g = (1 - k·w'/2w)² - w'²/4·(1/w + 1/4) + w''/2. Source: Gatheral and Jacquier, 2014, (2.1).
 */
export function durrleman(k: number, { w, dw, d2w }: VarianceAt): number {
  const tilt = 1 - (k * dw) / (2 * w);
  return tilt * tilt - ((dw * dw) / 4) * (1 / w + 0.25) + d2w / 2;
}
