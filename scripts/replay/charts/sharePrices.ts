import { OptionKind } from "@bulkhead/sdk";
import type { EChartsCoreOption } from "echarts/core";

import type { TierResult, WorldResult } from "../replayWorld.ts";
import type { VaultDay } from "../replayVault.ts";
import {
  FONT,
  GRID_LINE,
  HOLDING,
  COMPARISON,
  INK,
  legend,
  thinned,
  seriesColour,
  toMillis,
} from "../../report/style.ts";

const EVERY = 5;

/** What one dollar of each provider became, beside a dollar left in the vault's collateral; dollars on a log scale. */
export function sharePrices({ tiers }: WorldResult, kind: OptionKind): EChartsCoreOption {
  const own = tiers.filter((result) => result.kind === kind);
  const worth = (day: VaultDay, first: VaultDay): number => (kind === OptionKind.Call ? day.spot / first.spot : 1);
  const line = ({ run }: TierResult, value: (day: VaultDay, first: VaultDay) => number): [number, number][] => {
    const first = run.days[0];
    return first === undefined ? [] : thinned(run.days, EVERY).map((day) => [toMillis(day.at), value(day, first)]);
  };
  const held = own[0];
  const lines = [
    ...own.map((result, index) => ({
      type: "line",
      name: result.tier,
      showSymbol: false,
      lineStyle: { width: 1.8 },
      color: seriesColour(index),
      data: line(result, (day, first) => (day.share / first.share) * worth(day, first)),
    })),
    ...(held === undefined ? [] : comparisons(kind).map((drawn) => ({ ...drawn, data: line(held, drawn.worth) }))),
  ];
  return {
    textStyle: { fontFamily: FONT, color: INK },
    legend: legend(),
    grid: { left: 60, right: 20, top: 34, bottom: 28 },
    xAxis: { type: "time", axisLine: { lineStyle: { color: INK } }, axisLabel: { color: INK } },
    yAxis: {
      ...logAxis(lines.flatMap(({ data }) => data.map(([, value]) => value))),
      axisLabel: { color: INK, formatter: (value: number) => `$${value.toLocaleString("en-US")}` },
      splitLine: { lineStyle: { color: GRID_LINE } },
    },
    series: lines,
  };
}

/** What the same collateral became without a vault; for puts the underlying, too, since its fall is what they insure. */
function comparisons(kind: OptionKind) {
  const underlying = (day: VaultDay, first: VaultDay): number => day.spot / first.spot;
  const dashed = { type: "line", showSymbol: false, color: HOLDING };
  if (kind === OptionKind.Call) {
    return [{ ...dashed, name: "just held", worth: underlying, lineStyle: { width: 1.5, type: "dashed" } }];
  }
  return [
    { ...dashed, name: "just held", worth: () => 1, lineStyle: { width: 1.5, type: "dashed" } },
    {
      ...dashed,
      name: "the underlying",
      worth: underlying,
      color: COMPARISON,
      lineStyle: { width: 1, type: "dotted" },
    },
  ];
}

/** Doublings where they do, tens where the range is wide; from one tick below the data to one above. */
const WIDE_RANGE = 30;

function logAxis(values: readonly number[]) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const logBase = high / low > WIDE_RANGE ? 10 : 2;
  const tick = (value: number, round: (x: number) => number): number =>
    logBase ** round(Number((Math.log(value) / Math.log(logBase)).toFixed(6)));
  return { type: "log", logBase, min: tick(low, Math.floor), max: tick(high, Math.ceil) };
}
