import { curveFor, curveVariance, SECONDS_PER_DAY, SECONDS_PER_YEAR } from "@bulkhead/sdk";
import type { EChartsCoreOption } from "echarts/core";

import { FONT, GRID_LINE, HEAT, INK } from "../../../report/style.ts";
import type { SurfaceMoment } from "../Story.ts";

/** Strike over forward, from and to, and how many points each way the surface is drawn with. */
const LOWEST = 0.7;
const HIGHEST = 1.3;
const STRIKES = 37;
const TENORS = 25;
const PERCENT = 100;

/** The volatility surface as the chain has it: strike over forward, days to expiry, volatility in per cent. */
export function surface3d({ surface }: SurfaceMoment): EChartsCoreOption {
  const { observedAt, slices } = surface;
  const ends = slices.map(({ expiry }) => expiry);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const points = steps(first, last, TENORS).flatMap((expiry) =>
    steps(LOWEST, HIGHEST, STRIKES).map((ratio) => {
      const { w } = curveVariance(curveFor(surface, { expiry, now: observedAt }), Math.log(ratio));
      const years = (expiry - observedAt) / SECONDS_PER_YEAR;
      const days = (expiry - observedAt) / SECONDS_PER_DAY;
      return [rounded(ratio), rounded(days), rounded(PERCENT * Math.sqrt(w / years))] as const;
    }),
  );
  const heights = points.map(([, , volatility]) => volatility);
  return {
    textStyle: { fontFamily: FONT },
    visualMap: {
      show: false,
      dimension: 2,
      min: Math.min(...heights),
      max: Math.max(...heights),
      inRange: { color: [...HEAT] },
    },
    xAxis3D: axis("strike over forward", "strike/fwd", { min: LOWEST, max: HIGHEST, interval: 0.2 }),
    yAxis3D: axis("days to expiry", "days", { min: 0 }),
    zAxis3D: axis("volatility, %", "vol., %", { scale: true }),
    grid3D: {
      boxWidth: 110,
      boxDepth: 90,
      boxHeight: 65,
      environment: "none",
      axisPointer: { show: false },
      light: { main: { intensity: 1.1, alpha: 40, beta: 20 }, ambient: { intensity: 0.35 } },
      // The wheel belongs to the page.
      viewControl: { alpha: 22, beta: 38, distance: 176, center: [0, -14, 0], zoomSensitivity: 0, panSensitivity: 0 },
    },
    series: [
      {
        type: "surface",
        shading: "lambert",
        wireframe: { show: true, lineStyle: { color: GRID_LINE, width: 1 } },
        dataShape: [TENORS, STRIKES],
        data: points,
      },
    ],
  };
}

/** With a name for where there is room, and one for where there is little. */
function axis(
  name: string,
  shortName: string,
  bounds: { min?: number; max?: number; interval?: number; scale?: boolean },
) {
  return {
    type: "value",
    name,
    shortName,
    nameGap: 26,
    nameTextStyle: label(12),
    axisLabel: { textStyle: label(12) },
    axisLine: { lineStyle: { color: INK } },
    splitLine: { lineStyle: { color: GRID_LINE } },
    splitNumber: 4,
    ...bounds,
  };
}

/** Of a line that is too low the picture of a text loses its upper half. */
function label(fontSize: number) {
  return { color: INK, fontSize, lineHeight: 2 * fontSize - 4 };
}

function steps(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

/** A thousandth is less than a pixel; the page carries every digit. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
