import type { Svi } from "../pricing/svi.ts";

/** The least total variance of a slice over all k: a + b·σ·√(1 - ρ²). */
export function minimumVariance({ a, b, rho, sigma }: Svi): number {
  return a + b * sigma * Math.sqrt(Math.max(0, 1 - rho * rho));
}
