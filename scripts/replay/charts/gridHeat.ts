import type { OptionKind } from "@bulkhead/sdk";
import type { EChartsCoreOption } from "echarts/core";

import type { Figures } from "../figures.ts";
import { CAPACITY_RENTS, RISK_AVERSIONS, type WorldResult } from "../replayWorld.ts";
import { FONT, INK } from "../../report/style.ts";

/** What a heat map may show of each cell. */
export interface HeatMeasure {
  readonly of: (figures: Figures) => number;
  readonly format: (value: number) => string;
  /** Whether more is better: decides which end is green. */
  readonly moreIsBetter: boolean;
}

const BETTER = "#3fa66b";
const MIDDLE = "#e8d9a8";
const WORSE = "#d9694f";

/** λ upwards, β to the right, one number a cell. */
export function gridHeat(
  { grid }: WorldResult,
  { kind, measure }: { kind: OptionKind; measure: HeatMeasure },
): EChartsCoreOption {
  const cells = grid.filter((cell) => cell.kind === kind);
  const values = cells.map(({ figures }) => measure.of(figures));
  const scale = [WORSE, MIDDLE, BETTER];
  const axis = (name: string, nameGap: number) => ({
    type: "category",
    name,
    nameLocation: "middle",
    nameGap,
    nameTextStyle: { color: INK },
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: INK },
  });
  return {
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: 56, right: 8, top: 8, bottom: 46 },
    xAxis: {
      ...axis("capacity rent β, a year", 28),
      data: CAPACITY_RENTS.map((rent) => `${Math.round(rent * 100)} %`),
    },
    yAxis: { ...axis("risk aversion λ", 34), data: RISK_AVERSIONS.map(String) },
    visualMap: {
      show: false,
      min: Math.min(...values),
      max: Math.max(...values),
      inRange: { color: measure.moreIsBetter ? scale : scale.toReversed() },
    },
    series: [
      {
        type: "heatmap",
        data: cells.map(({ riskAversion, capacityRent, figures }) => ({
          value: [
            CAPACITY_RENTS.findIndex((rent) => rent === capacityRent),
            RISK_AVERSIONS.findIndex((aversion) => aversion === riskAversion),
            measure.of(figures),
          ],
          label: { formatter: measure.format(measure.of(figures)) },
        })),
        label: { show: true, color: "#1d2733", fontSize: 12 },
        itemStyle: { borderWidth: 2, borderColor: "rgba(255,255,255,0.6)", borderRadius: 3 },
      },
    ],
  };
}
