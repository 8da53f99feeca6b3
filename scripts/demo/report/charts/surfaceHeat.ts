import type { EChartsCoreOption } from "echarts/core";

import type { ChartSize } from "../../../report/chart.ts";
import { FONT, HEAT, INK } from "../../../report/style.ts";
import { formatDate } from "../../format.ts";
import type { Smile, SurfaceMoment } from "../Story.ts";

/** Strikes over spot. */
const RATIOS = [0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.25] as const;

/** The volatility surface from above: expiries upwards, strikes over spot to the right. */
export function surfaceHeat({ spot, smiles }: SurfaceMoment, { isNarrow }: ChartSize): EChartsCoreOption {
  const cells = smiles.flatMap((smile, row) =>
    RATIOS.flatMap((ratio, column) => {
      const volatility = volatilityAt(smile, ratio * spot);
      return volatility === undefined ? [] : [[column, row, volatility] as const];
    }),
  );
  const values = cells.map(([, , volatility]) => volatility);
  const axis = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: INK, fontSize: 12 } };
  return {
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 78, right: 8, top: 8, bottom: 46 },
    xAxis: {
      type: "category",
      name: "strike over spot",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK, fontSize: 12 },
      ...axis,
      // Every second one has room on a telephone.
      axisLabel: { ...axis.axisLabel, interval: isNarrow ? 1 : 0 },
      data: RATIOS.map((ratio) => ratio.toFixed(2)),
    },
    yAxis: {
      type: "category",
      name: "expiry",
      nameLocation: "middle",
      nameGap: 56,
      nameTextStyle: { color: INK, fontSize: 12 },
      ...axis,
      data: smiles.map(({ expiry }) => formatDate(expiry)),
    },
    visualMap: { show: false, min: Math.min(...values), max: Math.max(...values), inRange: { color: [...HEAT] } },
    series: [
      {
        type: "heatmap",
        data: cells.map((value) => ({ value, label: { formatter: `${Math.round(value[2] * 100)}` } })),
        label: { show: true, color: "#10161d", fontSize: isNarrow ? 11 : 12 },
        itemStyle: { borderWidth: 2, borderColor: "rgba(255,255,255,0.6)", borderRadius: 3 },
      },
    ],
  };
}

/** Between the points of the curve, nothing outside of what was quoted. */
function volatilityAt({ curve }: Smile, strike: number): number | undefined {
  const above = curve.findIndex((point) => point.strike >= strike);
  const [low, high] = [curve[above - 1], curve[above]];
  if (low === undefined || high === undefined) return undefined;
  const share = (strike - low.strike) / (high.strike - low.strike);
  return low.volatility + share * (high.volatility - low.volatility);
}
