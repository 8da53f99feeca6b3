//#region src/pricing/svi.d.ts
/** Raw SVI parameters of one expiry: w(k) = a + b·(ρ·(k - m) + √((k - m)² + σ²)), w total variance, k = ln(K/F). */
interface Svi {
  readonly a: number;
  readonly b: number;
  readonly rho: number;
  readonly m: number;
  readonly sigma: number;
}
/** Total variance at one k with its derivatives in k. */
interface VarianceAt {
  readonly w: number;
  readonly dw: number;
  readonly d2w: number;
}
/** w, w' and w'' of a raw SVI slice. Source: Gatheral, 2004. */
declare function sviVariance(slice: Svi, k: number): VarianceAt;
//#endregion
//#region src/pricing/curve.d.ts
/** A reported expiry: total variance from the report's observation to it. */
interface SurfaceSlice {
  /** Unix seconds. */
  readonly expiry: number;
  readonly svi: Svi;
}
/** A market's surface as the chain holds it. */
interface Surface {
  /** Unix seconds at which the reporters read the market. */
  readonly observedAt: number;
  /** Ascending by expiry. */
  readonly slices: readonly SurfaceSlice[];
}
/** Total variance from now to one expiry: w(k) = nearWeight·near(k) + farWeight·far(k) (`Curve.sol`). */
interface Curve {
  readonly near: Svi;
  readonly nearWeight: number;
  readonly far: Svi;
  readonly farWeight: number;
}
/**
 * The curve to an expiry at a time, by the chain's rule (`SurfaceInterpolation.sol`): linear in time between unexpired
 * reported expiries, flat volatility before the first and beyond the last; what a slice says decays with the share of its
 * life that is left. A slice whose expiry has passed is skipped; once all have, the last one's rate holds.
 */
declare function curveFor(surface: Surface, {
  expiry,
  now
}: {
  expiry: number;
  now: number;
}): Curve;
/** The curves of a surface at a time, as `MarketState` takes them. */
declare function curvesOf(surface: Surface, now: number): (expiry: number) => Curve;
/** Total variance of a curve with its derivatives in k. */
declare function curveVariance(curve: Curve, k: number): VarianceAt;
//#endregion
export { curveVariance as a, VarianceAt as c, curveFor as i, sviVariance as l, Surface as n, curvesOf as o, SurfaceSlice as r, Svi as s, Curve as t };