/** Legible on light and on dark ground alike: charts have no ground of their own. */
export const INK = "#7b8794";
export const GRID_LINE = "rgba(123, 135, 148, 0.25)";
export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
export const HOLDING = "#98a2ad";

export const COMPARISON = "#a35bc2";

/** From the lowest value to the highest. */
export const HEAT = ["#2f7fd1", "#7fc6c0", "#f2e2a0", "#e07a2f", "#b3364a"] as const;

const SERIES_COLOURS = ["#2f7fd1", "#e07a2f", "#3fa66b", "#c2495b"] as const;

/** The colour of a line, by its place among the others. */
export function seriesColour(index: number): string {
  return SERIES_COLOURS[index % SERIES_COLOURS.length] ?? INK;
}

/** Calls and puts, wherever both are drawn; tiers differ by their dashes. */
export const CALLS = SERIES_COLOURS[0];
export const PUTS = SERIES_COLOURS[1];

/** Every n-th point and the last, so that a line of twenty years stays small. */
export function thinned<Item>(items: readonly Item[], every: number): Item[] {
  return items.filter((_, i) => i % every === 0 || i === items.length - 1);
}

/** Milliseconds, as charts count. */
export function toMillis(seconds: number): number {
  return seconds * 1_000;
}

/** One row above the chart, with room for fonts wider than the one it was laid out with. */
export function legend() {
  return {
    top: 0,
    left: 44,
    itemGap: 26,
    itemWidth: 18,
    itemHeight: 3,
    icon: "rect",
    textStyle: { color: INK, fontSize: 12 },
  };
}
