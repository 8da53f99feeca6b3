import { levenbergMarquardt, type LevenbergMarquardtReturn, type ParameterizedFunction } from "ml-levenberg-marquardt";

import { durrleman } from "../pricing/durrleman.ts";
import { sviVariance, type Svi } from "../pricing/svi.ts";
import { butterflyPoints } from "./butterflyPoints.ts";
import { fromFree, HIGHEST, LOWEST, scaleOf, toFree, type FitPoint, type Scale } from "./freeSlice.ts";
import { repairSlice } from "./repairSlice.ts";
import type { SurfaceRules } from "./SurfaceRules.ts";

export interface FitInput {
  readonly points: readonly FitPoint[];
  readonly rules: SurfaceRules;
  /** The slice of the earlier expiry, which this one may not undercut. */
  readonly earlier?: Svi | undefined;
}

/** How strongly a breach of the no-arbitrage conditions counts, relative to the whole misfit; raised until none is left. */
const PENALTIES = [0.3, 3, 30, 300] as const;

/** Penalties aim this far inside the conditions, so that rounding and the chain's own arithmetic stay inside. */
const DURRLEMAN_MARGIN = 2e-3;
const CALENDAR_MARGIN = 1e-3;

/** The library does not stop by itself where a fit no longer improves: short rounds, until one gains next to nothing. */
const ITERATIONS = 5;
const ROUNDS = 8;
const ROUND_GAIN = 1e-3;
const STARTS = 3;

/** Of the starts, how many are followed until they break no condition. */
const FINALISTS = 1;

/**
 * Raw SVI through weighted points by Levenberg-Marquardt.
 *
 * The search runs over both wing slopes, the minimum variance, and the smile's place and width, each through a map onto
 * its own domain: positive variance and Lee's bound then hold for every candidate. Durrleman's and the calendar
 * condition enter as residuals on the chain's grid, Durrleman's at each candidate's own points besides. Starts come
 * from a grid over place and width, at each of which the other three parameters are a linear least-squares problem
 * (Zeliade's reduction). What the chain would still refuse is repaired, and of all candidates the one that lies closest
 * to the points after its repair wins.
 */
export function fitSlice(input: FitInput): Svi {
  const { points, rules, earlier } = input;
  const scale = scaleOf(points);
  const finalists = linearStarts(input, scale)
    .map((start) => descend(start, { input, scale, penalty: PENALTIES[0] }))
    .sort((a, b) => a.error - b.error)
    .slice(0, FINALISTS)
    .map(({ slice }) => slice);
  // The earlier slice moved up to this level breaks no condition: a start that is safe, if rarely the best.
  if (earlier !== undefined) finalists.push({ ...earlier, a: earlier.a + scale.variance - sviVariance(earlier, 0).w });
  const candidates = finalists.flatMap((start) => escalate(start, { input, scale }));
  return candidates
    .map((candidate) => repairSlice(candidate, { rules, earlier }))
    .reduce((a, b) => (misfit(b, points) < misfit(a, points) ? b : a));
}

/** Every slice on the way from a start to one that breaks no condition. */
function escalate(start: Svi, { input, scale }: { input: FitInput; scale: Scale }): Svi[] {
  const path = [start];
  for (const penalty of PENALTIES) {
    const { slice } = descend(path[path.length - 1] ?? start, { input, scale, penalty });
    path.push(slice);
    if (breach(slice, input) <= 0) break;
  }
  return path;
}

function misfit(slice: Svi, points: readonly FitPoint[]): number {
  return points.reduce((sum, { k, weight, variance }) => sum + (weight * (sviVariance(slice, k).w - variance)) ** 2, 0);
}

/** The worst breach of the conditions on the grid, in the penalties' units; at most zero where all hold. */
function breach(slice: Svi, { rules, earlier }: FitInput): number {
  return Math.max(
    ...rules.grid.map((k) => {
      const at = sviVariance(slice, k);
      const calendar = earlier === undefined ? -1 : sviVariance(earlier, k).w / at.w - 1;
      return Math.max(-durrleman(k, at), calendar);
    }),
    ...butterflyPoints(slice, rules).map((k) => -durrleman(k, sviVariance(slice, k))),
  );
}

interface Descent {
  readonly input: FitInput;
  readonly scale: Scale;
  readonly penalty: number;
}

function descend(start: Svi, { input, scale, penalty }: Descent): { slice: Svi; error: number } {
  const { points, rules, earlier } = input;
  const size = Math.sqrt(points.reduce((sum, { weight, variance }) => sum + (weight * variance) ** 2, 0));
  const penaltyWeight = penalty / Math.sqrt(rules.grid.length);
  const floors = rules.grid.map((k) => (earlier === undefined ? 0 : sviVariance(earlier, k).w * (1 + CALENDAR_MARGIN)));
  const model = (parameters: number[]) => {
    const slice = fromFree(parameters, { scale, rules });
    const residuals = points.map(({ k, weight, variance }) => (weight * (sviVariance(slice, k).w - variance)) / size);
    rules.grid.forEach((k, index) => {
      const at = sviVariance(slice, k);
      const under = Math.max(0, (floors[index] ?? 0) - at.w);
      residuals.push(penaltyWeight * Math.max(0, DURRLEMAN_MARGIN - durrleman(k, at)));
      residuals.push((penaltyWeight * under) / scale.variance);
    });
    for (const k of butterflyPoints(slice, rules)) {
      residuals.push(penaltyWeight * Math.max(0, DURRLEMAN_MARGIN - durrleman(k, sviVariance(slice, k))));
    }
    return (index: number): number => residuals[index] ?? 0;
  };
  const count = points.length + 2 * rules.grid.length + butterflyPoints(start, rules).length;
  const data = { x: Array.from({ length: count }, (_, index) => index), y: new Array<number>(count).fill(0) };

  let parameters = toFree(start, { scale, rules });
  let error = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const result = minimise(data, { model, parameters });
    if (result === undefined) break;
    parameters = result.parameterValues;
    if (!(result.parameterError < error * (1 - ROUND_GAIN))) break;
    error = result.parameterError;
  }
  return { slice: fromFree(parameters, { scale, rules }), error };
}

/** One run of the library; nothing where its linear system turns singular, so that the caller keeps what it has. */
function minimise(
  data: { x: number[]; y: number[] },
  { model, parameters }: { model: ParameterizedFunction; parameters: number[] },
): LevenbergMarquardtReturn | undefined {
  try {
    return levenbergMarquardt(data, model, {
      initialValues: parameters,
      damping: 1e-4,
      maxIterations: ITERATIONS,
      errorTolerance: 1e-20,
      gradientDifference: 1e-6,
      centralDifference: false,
      minValues: LOWEST,
      maxValues: HIGHEST,
    });
  } catch {
    return undefined;
  }
}

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** The best few (m, σ) of a grid with a, b, ρ by weighted linear least squares. */
function linearStarts({ points }: FitInput, scale: Scale): Svi[] {
  const candidates: { slice: Svi; error: number }[] = [];
  for (const place of [-1.5, -0.75, -0.25, 0, 0.25, 0.75, 1.5]) {
    for (const width of [0.15, 0.4, 0.8, 1.5, 3]) {
      const shape = { m: place * scale.width, sigma: width * scale.width };
      candidates.push(linearFit(points, shape, scale));
    }
  }
  return candidates
    .sort((a, b) => a.error - b.error)
    .slice(0, STARTS)
    .map(({ slice }) => slice);
}

/** w = a + c·x + b·√(x² + σ²), c = bρ, by the normal equations; slopes that point the wrong way are flattened. */
function linearFit(
  points: readonly FitPoint[],
  { m, sigma }: { m: number; sigma: number },
  scale: Scale,
): { slice: Svi; error: number } {
  const rows = points.map(({ k, weight, variance }) => ({
    basis: [1, (k - m) / scale.width, Math.hypot(k - m, sigma) / scale.width] as const,
    target: variance / scale.variance,
    weight: (weight * scale.variance) ** 2,
  }));
  const sum = (f: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + f(row), 0);
  const moment = (i: 0 | 1 | 2, j: 0 | 1 | 2): number => sum((row) => row.weight * row.basis[i] * row.basis[j]);
  const image = (i: 0 | 1 | 2): number => sum((row) => row.weight * row.basis[i] * row.target);
  const ridge = 1e-9 * moment(0, 0);
  const [x = 0, y = 0, z = 0] = solve3(
    [
      [moment(0, 0) + ridge, moment(0, 1), moment(0, 2)],
      [moment(1, 0), moment(1, 1) + ridge, moment(1, 2)],
      [moment(2, 0), moment(2, 1), moment(2, 2) + ridge],
    ],
    [image(0), image(1), image(2)],
  );
  const b = Math.max(1e-4, z);
  const rho = clamp(y / b, -0.99, 0.99);
  const unit = scale.variance / scale.width;
  const slice = { a: x * scale.variance, b: b * unit, rho, m, sigma };
  const error = sum((row) => row.weight * (x + b * rho * row.basis[1] + b * row.basis[2] - row.target) ** 2);
  return { slice, error };
}

/** Cramer's rule. */
function solve3(matrix: readonly (readonly number[])[], image: readonly number[]): number[] {
  const determinant = (rows: readonly (readonly number[])[]): number => {
    const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, i = 0] = []] = rows;
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  };
  const whole = determinant(matrix);
  return [0, 1, 2].map(
    (column) =>
      determinant(matrix.map((row, r) => row.map((cell, c) => (c === column ? (image[r] ?? 0) : cell)))) / whole,
  );
}
