/** Writes the residuals at a point into a list of their number. */
export type Residuals = (parameters: Float64Array, into: Float64Array) => void;

export interface SquaresProblem {
  readonly residuals: Residuals;
  /** How many residuals there are. */
  readonly count: number;
  readonly start: readonly number[];
  /** Bounds, one a parameter. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

export interface SquaresSolution {
  readonly parameters: readonly number[];
  /** Sum of the squared residuals. */
  readonly error: number;
}

/** Step of the forward differences: near the root of double precision. */
const DIFFERENCE = 1e-7;
/** Damping at first, its factors after a good step and after a bad one, and where it means that no step is good. */
const DAMPING = 1e-3;
const EASED = 0.2;
const STIFFENED = 4;
const MOST_DAMPING = 1e8;
const MOST_STEPS = 60;
/** A minimum is where so many steps in a row have gained less than this share of the error. */
const LEAST_GAIN = 1e-4;
const IDLE_STEPS = 2;

/**
 * Least squares within a box by Levenberg's and Marquardt's damped steps (Marquardt, 1963), the damping in units of each
 * parameter's own curvature. For few parameters: the normal equations are solved as they are.
 */
export function minimiseSquares(problem: SquaresProblem): SquaresSolution {
  const { residuals, count, lowest, highest } = problem;
  const clamp = (value: number, index: number): number =>
    Math.min(highest[index] ?? Infinity, Math.max(lowest[index] ?? -Infinity, value));
  let parameters = Float64Array.from(problem.start, clamp);
  let at = new Float64Array(count);
  let tried = new Float64Array(count);
  residuals(parameters, at);
  let error = squares(at);
  let damping = DAMPING;
  for (let step = 0, idle = 0; step < MOST_STEPS && idle < IDLE_STEPS; step++) {
    const slope = equations(problem, { parameters, at, shifted: tried });
    let gain = 0;
    for (; damping < MOST_DAMPING; damping *= STIFFENED) {
      const change = solve(slope, damping);
      const candidate = parameters.map((value, index) => clamp(value - (change[index] ?? 0), index));
      residuals(candidate, tried);
      const candidateError = squares(tried);
      if (!(candidateError < error)) continue;
      gain = error - candidateError;
      [parameters, at, tried, error] = [candidate, tried, at, candidateError];
      damping *= EASED;
      break;
    }
    if (gain === 0) break;
    idle = gain < LEAST_GAIN * (error + gain) ? idle + 1 : 0;
  }
  return { parameters: [...parameters], error };
}

function squares(residuals: Float64Array): number {
  let sum = 0;
  for (const residual of residuals) sum += residual * residual;
  return sum;
}

/** JᵀJ by rows, and Jᵀr. */
interface Equations {
  readonly matrix: readonly Float64Array[];
  readonly image: Float64Array;
}

function equations(
  { residuals, count, lowest, highest }: SquaresProblem,
  { parameters, at, shifted }: { parameters: Float64Array; at: Float64Array; shifted: Float64Array },
): Equations {
  const columns = Array.from(parameters, (value, index) => {
    // Towards zero, so that the box's edge is not crossed.
    const difference = value > 0 ? -DIFFERENCE : DIFFERENCE;
    parameters[index] = value + difference;
    residuals(parameters, shifted);
    parameters[index] = value;
    const column = new Float64Array(count);
    for (let row = 0; row < count; row++) column[row] = ((shifted[row] ?? 0) - (at[row] ?? 0)) / difference;
    return column;
  });
  // At the box's edge and pushed outwards, a parameter is held, and the others move as if it were given.
  columns.forEach((column, index) => {
    const value = parameters[index] ?? 0;
    const push = dot(column, at);
    if (push > 0 ? value <= (lowest[index] ?? -Infinity) : value >= (highest[index] ?? Infinity)) column.fill(0);
  });
  return {
    matrix: columns.map((left) => Float64Array.from(columns, (right) => dot(left, right))),
    image: Float64Array.from(columns, (column) => dot(column, at)),
  };
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

/** Gauss elimination of the damped equations, which are positive definite: no pivot is needed. */
function solve({ matrix, image }: Equations, damping: number): Float64Array {
  const size = image.length;
  const largest = Math.max(...matrix.map((row, index) => row[index] ?? 0));
  const rows = matrix.map((row, index) => {
    const own = row[index] ?? 0;
    const damped = Float64Array.from([...row, image[index] ?? 0]);
    // What moves nothing by itself stays where it is.
    damped[index] = own + damping * Math.max(own, Number.EPSILON * largest) + Number.MIN_VALUE;
    return damped;
  });
  for (let pivot = 0; pivot < size; pivot++) {
    for (let below = pivot + 1; below < size; below++) {
      const factor = (rows[below]?.[pivot] ?? 0) / (rows[pivot]?.[pivot] ?? 1);
      for (let column = pivot; column <= size; column++) {
        const row = rows[below];
        if (row !== undefined) row[column] = (row[column] ?? 0) - factor * (rows[pivot]?.[column] ?? 0);
      }
    }
  }
  const solution = new Float64Array(size);
  for (let index = size - 1; index >= 0; index--) {
    let rest = rows[index]?.[size] ?? 0;
    for (let column = index + 1; column < size; column++)
      rest -= (rows[index]?.[column] ?? 0) * (solution[column] ?? 0);
    solution[index] = rest / (rows[index]?.[index] ?? 1);
  }
  return solution;
}
