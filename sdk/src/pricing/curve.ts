import { DomainError } from "../errors/DomainError.ts";
import { sviVariance, type Svi, type VarianceAt } from "./svi.ts";

/** A reported expiry: total variance from the report's observation to it. */
export interface SurfaceSlice {
  /** Unix seconds. */
  readonly expiry: number;
  readonly svi: Svi;
}

/** A market's surface as the chain holds it. */
export interface Surface {
  /** Unix seconds at which the reporters read the market. */
  readonly observedAt: number;
  /** Ascending by expiry. */
  readonly slices: readonly SurfaceSlice[];
}

/** Total variance from now to one expiry: w(k) = nearWeight·near(k) + farWeight·far(k) (`Curve.sol`). */
export interface Curve {
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
export function curveFor(surface: Surface, { expiry, now }: { expiry: number; now: number }): Curve {
  const { observedAt } = surface;
  const last = surface.slices[surface.slices.length - 1];
  if (last === undefined) throw new DomainError("slices", { value: 0, expected: "at least one slice in the surface" });
  const live = surface.slices.filter((slice) => slice.expiry > now);
  const first = live[0] ?? last;
  if (expiry <= now) return single(first.svi, 0);
  // Below the first: the first. At or beyond one with none after it: that one.
  const index = Math.max(
    0,
    live.findLastIndex((slice) => slice.expiry <= expiry),
  );
  const near = live[index] ?? last;
  const far = live[index + 1];
  if (expiry <= near.expiry || far === undefined) return single(near.svi, (expiry - now) / (near.expiry - observedAt));
  const left = (slice: SurfaceSlice): number => (slice.expiry - now) / (slice.expiry - observedAt);
  const span = far.expiry - near.expiry;
  return {
    near: near.svi,
    nearWeight: ((far.expiry - expiry) / span) * left(near),
    far: far.svi,
    farWeight: ((expiry - near.expiry) / span) * left(far),
  };
}

/** The curves of a surface at a time, as `MarketState` takes them. */
export function curvesOf(surface: Surface, now: number): (expiry: number) => Curve {
  return (expiry) => curveFor(surface, { expiry, now });
}

/** Total variance of a curve with its derivatives in k. */
export function curveVariance(curve: Curve, k: number): VarianceAt {
  const near = sviVariance(curve.near, k);
  if (curve.farWeight === 0) return scaled(near, curve.nearWeight);
  const far = sviVariance(curve.far, k);
  return {
    w: curve.nearWeight * near.w + curve.farWeight * far.w,
    dw: curve.nearWeight * near.dw + curve.farWeight * far.dw,
    d2w: curve.nearWeight * near.d2w + curve.farWeight * far.d2w,
  };
}

function single(slice: Svi, weight: number): Curve {
  return { near: slice, nearWeight: weight, far: slice, farWeight: 0 };
}

function scaled({ w, dw, d2w }: VarianceAt, by: number): VarianceAt {
  return { w: by * w, dw: by * dw, d2w: by * d2w };
}
