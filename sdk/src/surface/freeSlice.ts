import type { Svi } from "../pricing/svi.ts";
import { minimumVariance } from "./minimumVariance.ts";
import type { SurfaceRules } from "./SurfaceRules.ts";

/** A point that a slice should pass by, and how much that counts. */
export interface FitPoint {
  readonly k: number;
  readonly variance: number;
  readonly weight: number;
}

/** Natural units of a smile: total variance at the money, and standard deviation of the log price. */
export interface Scale {
  readonly variance: number;
  readonly width: number;
}

export function scaleOf(points: readonly FitPoint[]): Scale {
  const nearest = points.reduce((a, b) => (Math.abs(b.k) < Math.abs(a.k) ? b : a));
  return { variance: nearest.variance, width: Math.sqrt(nearest.variance) };
}

/** The free numbers of a slice: both wing slopes, the floor, the place, the width. */
export const FREE_NUMBERS = 5;
/** Where they may go. Beyond, a slice no longer changes shape. */
export const LOWEST = [-20, -20, -14, -8, -5];
export const HIGHEST = [20, 20, 3, 8, 4];

interface Units {
  readonly scale: Scale;
  readonly rules: SurfaceRules;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));
const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** Five free numbers to a slice that satisfies domain, minimum variance and Lee's bound. */
export function fromFree(numbers: readonly number[], { scale, rules }: Units): Svi {
  const [left, right, floor, place, width] = numbers as [number, number, number, number, number];
  const leftFree = rules.maxWingSlope * sigmoid(left);
  const rightFree = rules.maxWingSlope * sigmoid(right);
  // |ρ| stays within its bound, and so does what is left of it after rounding.
  const leastShare = (1 - rules.maxRho + 1e-9) / (1 + rules.maxRho);
  const leftSlope = Math.max(leftFree, leastShare * rightFree);
  const rightSlope = Math.max(rightFree, leastShare * leftFree);
  const sigma = Math.min(rules.maxSigma, rules.minSigma + scale.width * Math.exp(width));
  const lowest = rules.minVariance + scale.variance * Math.exp(floor);
  return {
    a: lowest - sigma * Math.sqrt(leftSlope * rightSlope),
    b: (leftSlope + rightSlope) / 2,
    rho: (rightSlope - leftSlope) / (rightSlope + leftSlope),
    m: clamp(scale.width * place, -rules.maxM, rules.maxM),
    sigma,
  };
}

/** The inverse, with what lies outside its domain moved just inside. */
export function toFree(slice: Svi, { scale, rules }: Units): number[] {
  const slope = (share: number): number => logit(clamp((slice.b * share) / rules.maxWingSlope, 1e-8, 1 - 1e-8));
  const numbers = [
    slope(1 - slice.rho),
    slope(1 + slice.rho),
    Math.log(Math.max(1e-6, (minimumVariance(slice) - rules.minVariance) / scale.variance)),
    slice.m / scale.width,
    Math.log(Math.max(1e-6, (slice.sigma - rules.minSigma) / scale.width)),
  ];
  return numbers.map((value, index) => clamp(value, LOWEST[index] ?? -20, HIGHEST[index] ?? 20));
}
