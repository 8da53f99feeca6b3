/** A fall from a peak to the lowest point before the peak is reached again. */
export interface Drawdown {
  /** Share of the peak that was lost: 0 where the path never fell. */
  readonly depth: number;
  /** Index of the peak and of the lowest point after it. */
  readonly peak: number;
  readonly trough: number;
}

/** How far below its highest point so far a path stands, at each of its points: 0 .. 1. */
export function drawdowns(path: readonly number[]): number[] {
  let highest = -Infinity;
  return path.map((value) => {
    highest = Math.max(highest, value);
    return 1 - value / highest;
  });
}

/** The deepest fall of a path of positive values. */
export function worstDrawdown(path: readonly number[]): Drawdown {
  const depths = drawdowns(path);
  const trough = depths.reduce((worst, depth, i) => (depth > (depths[worst] ?? 0) ? i : worst), 0);
  const highest = Math.max(...path.slice(0, trough + 1));
  return { depth: depths[trough] ?? 0, peak: path.indexOf(highest), trough };
}
