import { levenbergMarquardt, type LevenbergMarquardtReturn } from "ml-levenberg-marquardt";

import { durrleman } from "../pricing/durrleman.ts";
import { sviVariance, type Svi } from "../pricing/svi.ts";
import { butterflyPoints } from "./butterflyPoints.ts";
import { FREE_NUMBERS, fromFree, HIGHEST, LOWEST, scaleOf, toFree, type FitPoint } from "./freeSlice.ts";
import type { SurfaceRules } from "./SurfaceRules.ts";

export interface SurfaceInput {
  /** The points of each expiry, ascending by expiry. */
  readonly smiles: readonly (readonly FitPoint[])[];
  /** A slice for each to begin with, best as its own points alone have it. */
  readonly start: readonly Svi[];
  readonly rules: SurfaceRules;
}

/**
 * How strongly a breach of the no-arbitrage conditions counts, in half spreads of a quote; raised until it hardly can
 * remain.
 */
const PENALTIES = [3, 30, 300, 3_000] as const;

/** Penalties aim this far inside the conditions, so that rounding and the chain's own arithmetic stay inside. */
const DURRLEMAN_MARGIN = 2e-3;
const CALENDAR_MARGIN = 1e-3;

/** Step that a derivative is taken over; free numbers are of order one. */
const DIFFERENCE = 1e-6;

const FIRST_DAMPING = 1e-3;
const LEAST_DAMPING = 1e-9;
const MOST_DAMPING = 1e4;
const DAMPING_FACTOR = 8;
const MOST_STEPS = 40;
/** A penalty is done with after two steps in a row that gain less than this share. */
const LEAST_GAIN = 2e-3;

/**
 * All slices of a surface at once, by least squares: each through its own points, none under the one before it. Where
 * the order of two expiries binds, mostly in wings that no quote reaches, each gives way by what that costs its own
 * quotes, which no order of fitting one after the other can do.
 *
 * @returns the slices after each rise of the penalties, which trade closeness for certainty; what a breach is left has
 * to be repaired
 */
export function fitSurface({ smiles, start, rules }: SurfaceInput): Svi[][] {
  const units = smiles.map((points) => ({ scale: scaleOf(points), rules }));
  const slicesOf = (numbers: readonly number[]): Svi[] =>
    units.map((unit, index) => fromFree(own(numbers, index), unit));
  let numbers = start.flatMap((slice, index) => (units[index] === undefined ? [] : toFree(slice, units[index])));
  const path: Svi[][] = [];
  let damping = FIRST_DAMPING;
  for (const penalty of PENALTIES) {
    const blocks = blocksOf({ smiles, rules, penalty });
    const residuals = (at: readonly number[]): number[] => residualsOf(blocks, slicesOf(at));
    const derivatives = (at: readonly number[]): Float64Array[] => {
      const moved = units.map((unit, slice) =>
        own(at, slice).map((_, place, all) => {
          const next = all.map((value, index) => (index === place ? value + DIFFERENCE : value));
          return fromFree(next, unit);
        }),
      );
      return derivativesOf(blocks, { slices: slicesOf(at), moved });
    };
    let error = residuals(numbers).reduce((sum, residual) => sum + residual ** 2, 0);
    damping = Math.min(damping, FIRST_DAMPING);
    for (let step = 0, idle = 0; step < MOST_STEPS && idle < 2 && damping <= MOST_DAMPING; step++) {
      const next = stepFrom(numbers, { residuals, derivatives, damping });
      // The library goes on from a step that makes things worse; here it is tried again, shorter.
      if (!(next.parameterError < error)) {
        damping *= DAMPING_FACTOR;
        continue;
      }
      idle = next.parameterError > error * (1 - LEAST_GAIN) ? idle + 1 : 0;
      damping = Math.max(LEAST_DAMPING, damping / DAMPING_FACTOR);
      error = next.parameterError;
      numbers = next.parameterValues;
    }
    path.push(slicesOf(numbers));
  }
  return path;
}

function own(numbers: readonly number[], slice: number): number[] {
  return numbers.slice(FREE_NUMBERS * slice, FREE_NUMBERS * (slice + 1));
}

/** Residuals that a few slices decide alone. */
interface Block {
  readonly slices: readonly number[];
  readonly residuals: (slices: readonly Svi[]) => number[];
}

/** One block a slice for its points and Durrleman's condition, one a pair of neighbours for their order. */
function blocksOf({ smiles, rules, penalty }: Pick<SurfaceInput, "smiles" | "rules"> & { penalty: number }): Block[] {
  const points = smiles.reduce((sum, smile) => sum + smile.length, 0);
  const perPoint = 1 / Math.sqrt(points);
  const perBreach = penalty / Math.sqrt(rules.grid.length * smiles.length);
  const butterfly = (slice: Svi, k: number): number =>
    perBreach * Math.max(0, DURRLEMAN_MARGIN - durrleman(k, sviVariance(slice, k)));
  const smileBlocks = smiles.map((smile, index): Block => {
    const residuals = ([slice]: readonly Svi[]): number[] => {
      if (slice === undefined) return [];
      return [
        ...smile.map(({ k, weight, variance }) => perPoint * weight * (sviVariance(slice, k).w - variance)),
        ...rules.grid.map((k) => butterfly(slice, k)),
        ...butterflyPoints(slice, rules).map((k) => butterfly(slice, k)),
      ];
    };
    return { slices: [index], residuals };
  });
  const orderBlocks = smiles.slice(1).map((_, index): Block => {
    const residuals = ([earlier, later]: readonly Svi[]): number[] => {
      if (earlier === undefined || later === undefined) return [];
      return rules.grid.map((k) => {
        const excess = (sviVariance(earlier, k).w * (1 + CALENDAR_MARGIN)) / sviVariance(later, k).w - 1;
        return perBreach * Math.max(0, excess);
      });
    };
    return { slices: [index, index + 1], residuals };
  });
  return [...smileBlocks, ...orderBlocks];
}

function pick(slices: readonly Svi[], indices: readonly number[]): Svi[] {
  return indices.flatMap((index) => slices[index] ?? []);
}

function residualsOf(blocks: readonly Block[], slices: readonly Svi[]): number[] {
  return blocks.flatMap((block) => block.residuals(pick(slices, block.slices)));
}

/**
 * A row of derivatives a residual: a free number moves only the blocks that its slice is in. `moved`: by slice, then by
 * number.
 */
function derivativesOf(
  blocks: readonly Block[],
  { slices, moved }: { slices: readonly Svi[]; moved: readonly (readonly Svi[])[] },
): Float64Array[] {
  return blocks.flatMap((block) => {
    const before = block.residuals(pick(slices, block.slices));
    const rows = before.map(() => new Float64Array(FREE_NUMBERS * slices.length));
    for (const slice of block.slices) {
      moved[slice]?.forEach((candidate, place) => {
        const changed = slices.map((one, index) => (index === slice ? candidate : one));
        block.residuals(pick(changed, block.slices)).forEach((after, row) => {
          const derivative = (after - (before[row] ?? 0)) / DIFFERENCE;
          rows[row]?.fill(derivative, FREE_NUMBERS * slice + place, FREE_NUMBERS * slice + place + 1);
        });
      });
    }
    return rows;
  });
}

interface Problem {
  readonly residuals: (numbers: readonly number[]) => number[];
  readonly derivatives: (numbers: readonly number[]) => Float64Array[];
  readonly damping: number;
}

/** One step of Levenberg and Marquardt's; where its linear system is singular, none. */
function stepFrom(numbers: number[], { residuals, derivatives, damping }: Problem): LevenbergMarquardtReturn {
  const count = residuals(numbers).length;
  const data = { x: Array.from({ length: count }, (_, index) => index), y: new Array<number>(count).fill(0) };
  const bounds = (side: readonly number[]): number[] => numbers.map((_, index) => side[index % FREE_NUMBERS] ?? 0);
  const byIndex = <T>(values: readonly T[], none: T) => {
    return (index: number): T => values[index] ?? none;
  };
  try {
    return levenbergMarquardt(data, (at) => byIndex(residuals(at), 0), {
      initialValues: numbers,
      jacobianFunction: (at) => byIndex(derivatives(at) as unknown as number[][], []),
      damping,
      maxIterations: 1,
      errorTolerance: 1e-20,
      minValues: bounds(LOWEST),
      maxValues: bounds(HIGHEST),
    });
  } catch {
    return { parameterValues: numbers, parameterError: Infinity, iterations: 0 };
  }
}
