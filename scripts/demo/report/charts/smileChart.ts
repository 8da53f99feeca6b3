import type { EChartsCoreOption } from "echarts/core";

import type { ChartSize, LegendEntry } from "../../../report/chart.ts";
import { FONT, GRID_LINE, INK, seriesColour } from "../../../report/style.ts";
import { formatDate, formatNumber } from "../../format.ts";
import type { SurfaceMoment } from "../Story.ts";

/** The expiries of a smile chart, and how their quotes are drawn. */
export function smileLegend({ smiles }: SurfaceMoment): LegendEntry[] {
  return smiles.map(({ expiry }, index) => ({
    name: `expires ${formatDate(expiry)}`,
    colour: seriesColour(index),
    dash: "solid",
  }));
}

/** Volatility over strike: each expiry's slice as a line, the quotes that it was made from as bars from bid to ask. */
export function smileChart({ smiles }: SurfaceMoment, { isNarrow }: ChartSize): EChartsCoreOption {
  return {
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 58, right: 20, top: 14, bottom: 46 },
    xAxis: {
      type: "value",
      axisTick: { show: false },
      scale: true,
      name: "strike, USDC",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK, fontSize: 12 },
      // Room for every label: of one too many each second would be hidden, unevenly.
      splitNumber: isNarrow ? 3 : 4,
      axisLine: { lineStyle: { color: INK }, onZero: false },
      axisLabel: { color: INK, fontSize: 12, hideOverlap: true, formatter: (value: number) => formatNumber(value, 0) },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      axisLine: { show: false },
      axisTick: { show: false },
      scale: true,
      name: "volatility a year, %",
      nameLocation: "middle",
      nameGap: 40,
      nameTextStyle: { color: INK, fontSize: 12 },
      axisLabel: { color: INK, fontSize: 12, formatter: (value: number) => formatNumber(100 * value, 0) },
      splitLine: { lineStyle: { color: GRID_LINE } },
    },
    series: smiles.flatMap(({ expiry, curve, quotes }, index) => [
      {
        type: "line",
        name: formatDate(expiry),
        showSymbol: false,
        color: seriesColour(index),
        lineStyle: { width: 1.8 },
        data: curve.map(({ strike, volatility }) => [strike, volatility]),
      },
      {
        type: "line",
        showSymbol: false,
        silent: true,
        color: seriesColour(index),
        lineStyle: { width: 3, opacity: 0.45, cap: "round" },
        // All in one, with a gap after each.
        data: quotes.flatMap(({ strike, bid, ask }) => [
          [strike, bid],
          [strike, ask],
          ["-", "-"],
        ]),
      },
    ]),
  };
}
