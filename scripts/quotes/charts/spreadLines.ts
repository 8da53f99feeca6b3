import type { EChartsCoreOption } from "echarts/core";

import { COMPARISON, FONT, GRID_LINE, INK, legend, seriesColour } from "../../report/style.ts";
import type { TierComparison } from "../compareQuotes.ts";
import type { AtTheMoney } from "../comparison.ts";

/** Spreads at the money, dollars, expiry by expiry. */
export function spreadLines(tiers: readonly TierComparison[]): EChartsCoreOption {
  const line = (
    name: string,
    { spreads, of, color }: { spreads: readonly AtTheMoney[]; of: (spread: AtTheMoney) => number; color: string },
  ) => ({
    type: "line",
    name,
    color,
    symbolSize: 7,
    data: spreads.map((spread) => [spread.days, of(spread)]),
  });
  const axis = { type: "value", axisLabel: { color: INK }, splitLine: { lineStyle: { color: GRID_LINE } } };
  const name = { nameLocation: "middle", nameTextStyle: { color: INK } };
  return {
    textStyle: { fontFamily: FONT, color: INK },
    legend: legend(),
    grid: { left: 64, right: 20, top: 34, bottom: 46 },
    xAxis: { ...axis, ...name, name: "days to expiry", nameGap: 28 },
    yAxis: { ...axis, ...name, name: "dollars", nameGap: 46, min: 0 },
    series: [
      ...tiers.map(({ tier, atTheMoney }, index) =>
        line(tier, { spreads: atTheMoney, of: ({ ours }) => ours, color: seriesColour(index) }),
      ),
      line("the exchange", {
        spreads: tiers[0]?.atTheMoney ?? [],
        of: ({ exchange }) => exchange,
        color: COMPARISON,
      }),
    ],
  };
}
