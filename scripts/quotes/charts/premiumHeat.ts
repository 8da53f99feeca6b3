import type { EChartsCoreOption } from "echarts/core";

import { FONT, HEAT, INK } from "../../report/style.ts";
import { DELTAS, TENORS, type Group } from "../comparison.ts";
import { percent } from "../format.ts";
import type { Utilisation } from "../priceChain.ts";

/** From here on a cell is as red as cells get. */
const REDDEST = 0.4;

/** Our ask over the exchange's: tenors upwards, deltas to the right. */
export function premiumHeat(
  groups: readonly Group[],
  { tier, utilisation }: { tier: string; utilisation: Utilisation },
): EChartsCoreOption {
  const own = groups.filter((group) => group.tier === tier && group.utilisation === utilisation);
  const axis = { type: "category", axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: INK } };
  return {
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 92, right: 8, top: 8, bottom: 46 },
    xAxis: {
      ...axis,
      name: "delta",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK },
      data: DELTAS.map(({ name }) => name),
    },
    yAxis: { ...axis, data: TENORS.map(({ name }) => name) },
    visualMap: { show: false, min: -REDDEST / 4, max: REDDEST, inRange: { color: [...HEAT] } },
    series: [
      {
        type: "heatmap",
        data: own.map(({ tenor, delta, askPremium }) => ({
          value: [
            DELTAS.findIndex(({ name }) => name === delta),
            TENORS.findIndex(({ name }) => name === tenor),
            askPremium,
          ],
          label: { formatter: percent(askPremium) },
        })),
        label: { show: true, color: "#1d2733", fontSize: 12 },
        itemStyle: { borderWidth: 2, borderColor: "rgba(255,255,255,0.6)", borderRadius: 3 },
      },
    ],
  };
}
