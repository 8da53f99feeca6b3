import { breakEvens, profileOf, type StrategyCost, type StrategyLeg } from "@bulkhead/sdk";
import type { EChartsCoreOption } from "echarts/core";

import type { ChartSize } from "../../../report/chart.ts";
import { FONT, GRID_LINE, INK, seriesColour } from "../../../report/style.ts";
import { formatNumber } from "../../format.ts";

/** How far to both sides of the strikes the chart goes. */
const MARGIN = 0.15;
const JUST_ABOVE = 1.001;

/** Profit at settlement over the price, in USDC, with the prices at which nothing is won or lost. */
export function payoffChart(
  legs: readonly StrategyLeg[],
  { cost, size: { isNarrow } }: { cost: StrategyCost; size: ChartSize },
): EChartsCoreOption {
  const strikes = legs.map(({ strike }) => strike);
  // What is paid for in ether costs nothing where ether is worth nothing: no price that anybody asks about.
  const zeros = breakEvens(legs, cost).filter((price) => price > Math.min(...strikes) / 2);
  const ends = [...strikes, ...zeros];
  const [from, to] = [Math.min(...ends) * (1 - MARGIN), Math.max(...ends) * (1 + MARGIN)];
  const prices = [from, ...strikes.toSorted((a, b) => a - b), to];
  return {
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: isNarrow ? 66 : 76, right: 18, top: 18, bottom: 46 },
    xAxis: {
      type: "value",
      axisTick: { show: false },
      min: Math.floor(from),
      max: Math.ceil(to),
      name: "settlement price, USDC",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK, fontSize: 12 },
      // Room for every label: of one too many each second would be hidden, unevenly.
      splitNumber: isNarrow ? 3 : 4,
      axisLabel: {
        color: INK,
        fontSize: 12,
        hideOverlap: true,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (value: number) => formatNumber(value, 0),
      },
      axisLine: { lineStyle: { color: INK }, onZero: true },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      axisLine: { show: false },
      axisTick: { show: false },
      name: "profit, USDC",
      nameLocation: "middle",
      nameGap: isNarrow ? 52 : 60,
      nameTextStyle: { color: INK, fontSize: 12 },
      axisLabel: { color: INK, fontSize: 12, formatter: (value: number) => formatNumber(value, 0) },
      splitLine: { lineStyle: { color: GRID_LINE } },
    },
    series: [
      {
        type: "line",
        showSymbol: false,
        color: seriesColour(0),
        lineStyle: { width: 2.2 },
        areaStyle: { opacity: 0.1 },
        data: prices.map((price) => [price, profitAt(legs, { cost, price })]),
      },
      {
        type: "scatter",
        color: seriesColour(1),
        symbolSize: 8,
        // On the side that the line leaves free.
        data: zeros.map((price) => ({
          value: [price, 0],
          label: { position: profitAt(legs, { cost, price: price * JUST_ABOVE }) > 0 ? "left" : "right" },
        })),
        label: {
          show: true,
          offset: [0, -10],
          color: INK,
          fontSize: 12,
          formatter: ({ value }: { value: [number, number] }) => formatNumber(value[0], 0),
        },
      },
    ],
  };
}

function profitAt(legs: readonly StrategyLeg[], { cost, price }: { cost: StrategyCost; price: number }): number {
  const { knots, slope } = profileOf(legs, cost);
  const next = knots.findIndex((knot) => knot.price > price);
  const [low, high] = next === -1 ? [knots.at(-1), undefined] : [knots[next - 1], knots[next]];
  if (low === undefined) return 0;
  if (high === undefined) return low.profit + slope * (price - low.price);
  return low.profit + ((high.profit - low.profit) * (price - low.price)) / (high.price - low.price);
}
