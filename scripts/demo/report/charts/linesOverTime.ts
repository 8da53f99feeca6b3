import type { EChartsCoreOption } from "echarts/core";

import { FONT, GRID_LINE, HOLDING, INK, legend, seriesColour, toMillis } from "../../../report/style.ts";

/** One line of a chart over time; a gap where there is no value. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number | undefined }[];
  readonly dashed?: boolean;
}

/** Lines over the calendar, on one axis. */
export function linesOverTime(lines: readonly Line[], format: (value: number) => string): EChartsCoreOption {
  return {
    textStyle: { fontFamily: FONT, color: INK },
    legend: legend(),
    grid: { left: 64, right: 20, top: 34, bottom: 28 },
    xAxis: { type: "time", axisLine: { lineStyle: { color: INK } }, axisLabel: { color: INK, hideOverlap: true } },
    yAxis: {
      type: "value",
      scale: true,
      axisLabel: { color: INK, formatter: format },
      splitLine: { lineStyle: { color: GRID_LINE } },
    },
    series: lines.map(({ name, points, dashed = false }, index) => ({
      type: "line",
      name,
      showSymbol: false,
      color: dashed ? HOLDING : seriesColour(index),
      lineStyle: { width: 1.8, type: dashed ? "dashed" : "solid" },
      data: points.map(({ at, value }) => [toMillis(at), value ?? "-"]),
    })),
  };
}
