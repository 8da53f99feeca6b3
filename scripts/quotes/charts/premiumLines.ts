import type { EChartsCoreOption } from "echarts/core";

import { COMPARISON, FONT, GRID_LINE, INK, legend, seriesColour } from "../../report/style.ts";
import type { TierComparison } from "../compareQuotes.ts";
import { GOALS, keyOf, type ByUtilisation } from "../comparison.ts";
import { percent } from "../format.ts";
import { UTILISATIONS } from "../priceChain.ts";

/** The median ask over the exchange's as vaults fill up, and what it should come to. */
export function premiumLines(tiers: readonly TierComparison[]): EChartsCoreOption {
  const points = (figures: ByUtilisation): number[] => UTILISATIONS.map((utilisation) => figures[keyOf(utilisation)]);
  const axis = { axisLabel: { color: INK }, splitLine: { lineStyle: { color: GRID_LINE } } };
  return {
    textStyle: { fontFamily: FONT, color: INK },
    legend: legend(),
    grid: { left: 64, right: 20, top: 34, bottom: 46 },
    xAxis: {
      ...axis,
      type: "category",
      name: "utilisation",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK },
      data: UTILISATIONS.map((utilisation) => percent(utilisation, 0)),
    },
    yAxis: { ...axis, type: "value", axisLabel: { color: INK, formatter: (value: number) => percent(value, 0) } },
    series: [
      ...tiers.map(({ tier, medianAskPremium }, index) => ({
        type: "line",
        name: tier,
        color: seriesColour(index),
        symbolSize: 7,
        data: points(medianAskPremium),
      })),
      {
        type: "line",
        name: "goal",
        color: COMPARISON,
        symbolSize: 7,
        lineStyle: { type: "dashed" },
        data: points(GOALS.askPremium),
      },
    ],
  };
}
