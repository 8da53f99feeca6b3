/** Raw SVI parameters of one expiry: w(k) = a + b·(ρ·(k - m) + √((k - m)² + σ²)), w total variance, k = ln(K/F). */
export interface Svi {
  readonly a: number;
  readonly b: number;
  readonly rho: number;
  readonly m: number;
  readonly sigma: number;
}

/** Total variance at one k with its derivatives in k. */
export interface VarianceAt {
  readonly w: number;
  readonly dw: number;
  readonly d2w: number;
}

/** w, w' and w'' of a raw SVI slice. Source: Gatheral, 2004. */
export function sviVariance(slice: Svi, k: number): VarianceAt {
  const x = k - slice.m;
  // x and σ are of order one: no need for hypot's care, which costs ten times as much.
  const root = Math.sqrt(x * x + slice.sigma * slice.sigma);
  return {
    w: slice.a + slice.b * (slice.rho * x + root),
    dw: slice.b * (slice.rho + x / root),
    d2w: (slice.b * slice.sigma * slice.sigma) / (root * root * root),
  };
}
