import type { EChartsCoreOption } from "echarts/core";

import { FONT, HEAT, INK } from "../../../report/style.ts";
import { formatDate } from "../../format.ts";
import type { Smile, SurfaceMoment } from "../Recorder.ts";

/** Strikes over spot. */
const RATIOS = [0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.25] as const;

/** The volatility surface from above: expiries upwards, strikes over spot to the right. */
export function surfaceHeat({ spot, smiles }: SurfaceMoment): EChartsCoreOption {
  const cells = smiles.flatMap((smile, row) =>
    RATIOS.flatMap((ratio, column) => {
      const volatility = volatilityAt(smile, ratio * spot);
      return volatility === undefined ? [] : [[column, row, volatility] as const];
    }),
  );
  const values = cells.map(([, , volatility]) => volatility);
  const axis = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: INK } };
  return {
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 60, right: 8, top: 8, bottom: 46 },
    xAxis: {
      type: "category",
      name: "strike over spot",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK },
      ...axis,
      data: RATIOS.map((ratio) => ratio.toFixed(2)),
    },
    yAxis: { type: "category", ...axis, data: smiles.map(({ expiry }) => formatDate(expiry)) },
    visualMap: { show: false, min: Math.min(...values), max: Math.max(...values), inRange: { color: [...HEAT] } },
    series: [
      {
        type: "heatmap",
        data: cells.map((value) => ({ value, label: { formatter: `${Math.round(value[2] * 100)}` } })),
        label: { show: true, color: "#1d2733", fontSize: 12 },
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
