import type { EChartsCoreOption } from "echarts/core";

import { escaped, titled } from "./page.ts";
import { renderSvg } from "./renderSvg.ts";

/** What a chart has room for: a column of a desk's screen, or of a telephone's. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
}

/** How a line is drawn. */
export interface LineStyle {
  readonly colour: string;
  readonly dash: "solid" | "dashed" | "dotted";
}

/** A line of a chart, as its legend names it. */
export interface LegendEntry extends LineStyle {
  readonly name: string;
}

const WIDE: ChartSize = { width: 560, height: 310, isNarrow: false };
/** One to one on a telephone of 390 pixels, so that its text is as large there as on a desk. */
const NARROW: ChartSize = { width: 358, height: 270, isNarrow: true };

/**
 * A chart with its caption, drawn once for desks and once for telephones: a drawing that only shrinks takes its text with it.
 * The legend is text of the page, which wraps.
 */
export function chart(
  draw: (size: ChartSize) => EChartsCoreOption,
  { caption, legend = [] }: { caption: string; legend?: readonly LegendEntry[] },
): string {
  const drawings = [WIDE, NARROW].map((size) => {
    const svg = renderSvg(draw(size), size).replace("<svg", `<svg class="${size.isNarrow ? "narrow" : "wide"}"`);
    return titled(svg, caption);
  });
  return `<figure>${legendOf(legend)}${drawings.join("\n")}<figcaption>${escaped(caption)}</figcaption></figure>`;
}

function legendOf(entries: readonly LegendEntry[]): string {
  if (entries.length === 0) return "";
  const items = entries.map(
    ({ name, colour, dash }) => `<li><i style="border-top: 3px ${dash} ${colour}"></i>${escaped(name)}</li>`,
  );
  return `<ul class="legend">${items.join("")}</ul>`;
}
