import type { EChartsCoreOption } from "echarts/core";

import { FONT, GRID_LINE, INK, legend, seriesColour } from "../../../report/style.ts";
import { formatDate } from "../../format.ts";
import type { SurfaceMoment } from "../Recorder.ts";

/** Volatility over strike: each expiry's slice as a line, the quotes that it was made from as bars from bid to ask. */
export function smileChart({ smiles }: SurfaceMoment): EChartsCoreOption {
  const percent = (value: number): string => `${Math.round(value * 100)} %`;
  return {
    textStyle: { fontFamily: FONT, color: INK },
    legend: { ...legend(), data: smiles.map(({ expiry }) => formatDate(expiry)) },
    grid: { left: 52, right: 20, top: 34, bottom: 44 },
    xAxis: {
      type: "value",
      scale: true,
      name: "strike, USDC",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK },
      axisLabel: { color: INK },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      axisLabel: { color: INK, formatter: percent },
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
      ...quotes.map(({ strike, bid, ask }) => ({
        type: "line",
        showSymbol: false,
        silent: true,
        color: seriesColour(index),
        lineStyle: { width: 3, opacity: 0.45, cap: "round" },
        data: [
          [strike, bid],
          [strike, ask],
        ],
      })),
    ]),
  };
}
