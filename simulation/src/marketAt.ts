import { SimulationError } from "./SimulationError.ts";
import type { MarketPoint } from "./MarketModel.ts";

/** The last point of a path at or before `time` (unix seconds). */
export function marketAt(path: readonly MarketPoint[], time: number): MarketPoint {
  let low = 0;
  let high = path.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((path[middle]?.time ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  const point = path[low - 1];
  if (point === undefined) {
    throw new SimulationError({
      expected: `a time from ${path[0]?.time ?? "the path's start"} on`,
      got: String(time),
      action: "simulate an earlier start",
    });
  }
  return point;
}
