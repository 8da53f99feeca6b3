import type { OptionKind } from "@bulkhead/sdk";
import type { EChartsCoreOption } from "echarts/core";

import { drawdowns } from "../drawdowns.ts";
import type { WorldResult } from "../replayWorld.ts";
import { FONT, GRID_LINE, INK, legend, seriesColour, toMillis } from "../../report/style.ts";

/** How far below its best a share stood, week by week at its lowest, in the vault's own collateral. */
export function drawdownChart({ tiers }: WorldResult, kind: OptionKind): EChartsCoreOption {
  const own = tiers.filter((result) => result.kind === kind);
  return {
    textStyle: { fontFamily: FONT, color: INK },
    legend: legend(),
    grid: { left: 52, right: 20, top: 34, bottom: 28 },
    xAxis: { type: "time", axisLine: { lineStyle: { color: INK }, onZero: false }, axisLabel: { color: INK } },
    yAxis: {
      type: "value",
      max: 0,
      axisLabel: { color: INK, formatter: (value: number) => `${Math.round(value * 100)} %` },
      splitLine: { lineStyle: { color: GRID_LINE } },
    },
    series: own.map(({ tier, run }, index) => {
      const depths = drawdowns(run.days.map(({ share }) => share));
      return {
        type: "line",
        // The first tier on top: it is the shallower one.
        z: own.length - index,
        name: tier,
        showSymbol: false,
        color: seriesColour(index),
        lineStyle: { width: 1 },
        areaStyle: { opacity: 0.12 },
        data: deepestOf(run.days.map(({ at }, i) => [toMillis(at), -(depths[i] ?? 0)])),
      };
    }),
  };
}

const DAYS = 5;

/** The lowest point of each few days: thinning must not lose the worst. */
function deepestOf(points: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (let i = 0; i < points.length; i += DAYS) {
    const few = points.slice(i, i + DAYS);
    kept.push(few.reduce((worst, point) => (point[1] < worst[1] ? point : worst)));
  }
  return kept;
}
