import { sviVariance, type Svi } from "../pricing/svi.ts";
import { checkSlice } from "./checkSlice.ts";
import { minimumVariance } from "./minimumVariance.ts";
import { packSvi, unpackSvi } from "./packSvi.ts";
import type { SurfaceRules } from "./SurfaceRules.ts";

/** Room left to the chain's own rounding when a slice is lifted over the earlier one. */
const LIFT_MARGIN = 1e-6;

/** Halvings in the search for the least flattening. */
const BISECTIONS = 24;

/**
 * The nearest slice, in pico units, that passes every check of the chain.
 *
 * A slice that passes comes back as it is but for rounding. Otherwise it is lifted until it nowhere undercuts the earlier expiry,
 * then blended with its own at-the-money level as little as needed: (1-θ)·w + θ·const is SVI again, and at θ = 1 it is a flat
 * smile, on which g = 1. So an answer always exists.
 */
export function repairSlice(slice: Svi, { rules, earlier }: { rules: SurfaceRules; earlier?: Svi | undefined }): Svi {
  const passes = (candidate: Svi): boolean => checkSlice(candidate, { rules, earlier }).length === 0;
  const finish = (candidate: Svi): Svi => rounded(lifted(bounded(candidate, rules), { rules, earlier }));
  const level = sviVariance(slice, 0).w;
  for (const theta of flattenings()) {
    const candidate = finish(flattened(slice, { level, theta }));
    if (passes(candidate)) return refine(theta);
  }
  return finish(flattened(slice, { level, theta: 1 }));

  /** The least θ below the first that passed, to within the bisection. */
  function refine(theta: number): Svi {
    if (theta === 0) return finish(slice);
    let low = theta === FIRST_FLATTENING ? 0 : theta / 2;
    let high = theta;
    for (let step = 0; step < BISECTIONS; step++) {
      const middle = (low + high) / 2;
      if (passes(finish(flattened(slice, { level, theta: middle })))) high = middle;
      else low = middle;
    }
    return finish(flattened(slice, { level, theta: high }));
  }
}

const FIRST_FLATTENING = 1 / 128;

/** 0, then doubling from 1/128 to 1. */
function* flattenings(): Generator<number> {
  yield 0;
  for (let theta = FIRST_FLATTENING; theta <= 1; theta *= 2) yield theta;
}

function flattened(slice: Svi, { level, theta }: { level: number; theta: number }): Svi {
  return { ...slice, a: (1 - theta) * slice.a + theta * level, b: (1 - theta) * slice.b };
}

/** Domain, Lee's bound and minimum variance, each met by moving one parameter the least. */
function bounded(slice: Svi, rules: SurfaceRules): Svi {
  const rho = clamp(slice.rho, -rules.maxRho, rules.maxRho);
  const sigma = clamp(slice.sigma, rules.minSigma, rules.maxSigma);
  const m = clamp(slice.m, -rules.maxM, rules.maxM);
  const b = clamp(slice.b, 0, (rules.maxWingSlope / (1 + Math.abs(rho))) * (1 - 1e-9));
  const inside = { a: clamp(slice.a, -rules.maxA, rules.maxA), b, rho, m, sigma };
  const shortfall = rules.minVariance * (1 + LIFT_MARGIN) + 1e-11 - minimumVariance(inside);
  return shortfall > 0 ? { ...inside, a: inside.a + shortfall } : inside;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** `a` raised by the largest shortfall against the earlier expiry, which lifts the slice alike everywhere. */
function lifted(slice: Svi, { rules, earlier }: { rules: SurfaceRules; earlier?: Svi | undefined }): Svi {
  if (earlier === undefined) return slice;
  const shortfall = Math.max(
    ...rules.grid.map((k) => sviVariance(earlier, k).w * (1 + LIFT_MARGIN) + 1e-11 - sviVariance(slice, k).w),
  );
  return shortfall > 0 ? { ...slice, a: slice.a + shortfall } : slice;
}

function rounded(slice: Svi): Svi {
  return unpackSvi(packSvi(slice));
}
