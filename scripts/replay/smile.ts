import type { Svi } from "@bulkhead/sdk";

/** The shape of a smile, the same at every tenor in units of σ√τ. */
export interface SmileShape {
  /** Correlation of spot and volatility, −1 .. 1: negative where puts are dearer. */
  readonly skew: number;
  /** Curvature η; free of butterfly arbitrage while η²(1 + |ρ|) ≤ 4 and η√w(1 + |ρ|) ≤ 4. */
  readonly curvature: number;
}

/**
 * The raw SVI slice of an SSVI smile w(k) = θ/2·(1 + ρφk + √((φk + ρ)² + 1 − ρ²)), θ = σ²τ, φ = η/√θ.
 * Source: Gatheral and Jacquier, "Arbitrage-free SVI volatility surfaces", 2014.
 */
export function smile(volatility: number, { years, shape }: { years: number; shape: SmileShape }): Svi {
  const { skew: rho, curvature } = shape;
  const theta = volatility ** 2 * years;
  const phi = curvature / Math.sqrt(theta);
  const rest = Math.sqrt(1 - rho * rho);
  return { a: (theta * rest * rest) / 2, b: (theta * phi) / 2, rho, m: -rho / phi, sigma: rest / phi };
}
