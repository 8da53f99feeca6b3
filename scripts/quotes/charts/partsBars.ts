import type { EChartsCoreOption } from "echarts/core";

import { FONT, GRID_LINE, INK } from "../../report/style.ts";
import { meanParts, TENORS, within } from "../comparison.ts";
import { PARTS, type PricedOption, type Utilisation } from "../priceChain.ts";
import { PART_NAMES } from "../tables.ts";

/** One colour a part of the mark-up; nine is more than lines have. */
const COLOURS = ["#2f7fd1", "#7fc6c0", "#e07a2f", "#f2c14e", "#3fa66b", "#a35bc2", "#98a2ad", "#c2495b"] as const;

/** What is added to fair value, as shares of the exchange's ask, tenor by tenor. */
export function partsBars(
  quotes: readonly PricedOption[],
  { tier, utilisation }: { tier: string; utilisation: Utilisation },
): EChartsCoreOption {
  const own = quotes.filter((quote) => quote.tier === tier && quote.utilisation === utilisation);
  const cells = TENORS.map((tenor) => meanParts(own.filter(({ option }) => within(tenor, option.days))));
  const added = PARTS.filter((part) => part !== "fair");
  return {
    textStyle: { fontFamily: FONT, color: INK },
    // Fonts may be wider than the one that this is laid out with.
    legend: {
      top: 0,
      left: 0,
      itemGap: 30,
      itemWidth: 12,
      itemHeight: 8,
      icon: "rect",
      textStyle: { color: INK, fontSize: 11 },
    },
    grid: { left: 92, right: 20, top: 70, bottom: 28 },
    xAxis: {
      type: "value",
      axisLabel: { color: INK, formatter: (value: number) => `${Math.round(value * 100)} %` },
      splitLine: { lineStyle: { color: GRID_LINE } },
    },
    yAxis: {
      type: "category",
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: INK },
      data: TENORS.map(({ name }) => name),
    },
    series: added.map((part, index) => ({
      type: "bar",
      stack: "parts",
      name: PART_NAMES[part],
      color: COLOURS[index % COLOURS.length],
      barWidth: "58%",
      data: cells.map((cell) => (Number.isFinite(cell[part]) ? cell[part] : 0)),
    })),
  };
}
