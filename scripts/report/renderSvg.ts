import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  TitleComponent,
  VisualMapComponent,
} from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { INK } from "./style.ts";

use([
  BarChart,
  LineChart,
  HeatmapChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  TitleComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** A chart as an SVG that scales with its container. */
export function renderSvg(option: EChartsCoreOption, { width, height }: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return lean(chart.renderToSVGString({ useViewBox: true }));
  } finally {
    chart.dispose();
  }
}

/**
 * Without what a still picture has no use for (how it answers a pointer), and what the page says once for all charts: font, size,
 * colour and alignment of text.
 */
function lean(svg: string): string {
  return svg
    .replaceAll(/<style[^>]*>.*?<\/style>/gs, "")
    .replaceAll(/ class="zr\S*"| pointer-events="\w+"| xml:space="preserve"| dominant-baseline="central"/g, "")
    .replaceAll(/ style="(?:font-size:12px;|font: normal normal 12px )[^"]*"/g, "")
    .replaceAll(/font-family:[^;"]*;?/g, "")
    .replaceAll(`stroke="rgb(123,135,148)"`, `stroke="${INK}"`)
    .replaceAll(/(<text[^>]*) fill="#7b8794"/g, "$1")
    .replaceAll(/(transform="translate\([^)]*)\)/g, (_, start: string) => `${start.replaceAll(/(\.\d)\d+/g, "$1")})`)
    .replaceAll(/\s*\n\s*/g, "");
}
