import type { EChartsCoreOption } from "echarts/core";

import type { ChartSize, LegendEntry } from "../../../report/chart.ts";
import { FONT, GRID_LINE, INK, toMillis } from "../../../report/style.ts";
import { formatDate } from "../../format.ts";
import type { Episode } from "../Story.ts";

/** One line of a chart over time; a gap where there is no value. */
export interface Line extends LegendEntry {
  readonly points: readonly { readonly at: number; readonly value: number | undefined }[];
}

/** A value at one time that a word says something about. */
export interface Note {
  readonly at: number;
  readonly value: number;
  readonly text: string;
}

export interface TimeChart {
  readonly lines: readonly Line[];
  /** What the upright axis counts. */
  readonly unit: string;
  readonly format: (value: number) => string;
  readonly episodes: readonly Episode[];
  readonly notes?: readonly Note[];
}

const SHADES: Readonly<Record<Episode["name"], string>> = {
  crash: "rgba(194, 73, 91, 0.24)",
  wobble: "rgba(163, 91, 194, 0.22)",
  "frozen feed": "rgba(47, 127, 209, 0.5)",
};
/** Where there is little room. */
const SHORT: Readonly<Record<Episode["name"], string>> = { crash: "crash", wobble: "wobble", "frozen feed": "freeze" };

/** Lines over the calendar, on one axis; what was scripted is shaded and named. */
export function linesOverTime(
  { lines, unit, format, episodes, notes = [] }: TimeChart,
  { isNarrow }: ChartSize,
): EChartsCoreOption {
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const lowest = Math.min(...lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])));
  return {
    useUTC: true,
    textStyle: { fontFamily: FONT, color: INK },
    grid: { left: isNarrow ? 64 : 74, right: isNarrow ? 24 : 18, top: 24, bottom: 46 },
    xAxis: {
      type: "time",
      min: toMillis(first),
      max: toMillis(last),
      name: "date, UTC",
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: INK, fontSize: 12 },
      axisLine: { lineStyle: { color: INK }, onZero: false },
      axisTick: { show: false },
      axisLabel: {
        color: INK,
        fontSize: 12,
        hideOverlap: true,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (value: number) => formatDate(value / 1_000),
      },
    },
    yAxis: {
      type: "value",
      scale: true,
      axisLine: { show: false },
      axisTick: { show: false },
      name: unit,
      nameLocation: "middle",
      nameGap: isNarrow ? 48 : 56,
      nameTextStyle: { color: INK, fontSize: 12 },
      axisLabel: { color: INK, fontSize: 12, formatter: format },
      splitLine: { lineStyle: { color: GRID_LINE } },
    },
    series: [
      ...lines.map(({ name, points, colour, dash }) => ({
        type: "line",
        name,
        showSymbol: false,
        color: colour,
        lineStyle: { width: 1.8, type: dash },
        data: points.map(({ at, value }) => [toMillis(at), value ?? "-"]),
      })),
      {
        type: "line",
        data: [],
        silent: true,
        markArea: { data: episodes.map((episode) => shaded(episode, { isNarrow })) },
      },
      {
        type: "scatter",
        color: INK,
        symbol: "triangle",
        symbolSize: 9,
        data: notes.map(({ at, value }) => [toMillis(at), value]),
      },
      {
        // What a note says stands at the foot of the chart: beside its triangle lines would run through it.
        type: "scatter",
        symbolSize: 0,
        data: notes.map(({ at, text }) => ({
          value: [toMillis(at), lowest],
          label: {
            show: true,
            formatter: text,
            color: INK,
            fontSize: 12,
            // Towards the middle, where there is room.
            position: at > (first + last) / 2 ? "left" : "right",
          },
        })),
      },
    ],
  };
}

/** An episode's name ends where it does, so that neighbours leave room for each other; the last one is close to the edge. */
function shaded({ name, from, to }: Episode, { isNarrow }: { isNarrow: boolean }) {
  return [
    {
      xAxis: toMillis(from),
      itemStyle: { color: SHADES[name] },
      label: {
        show: true,
        color: INK,
        fontSize: 12,
        formatter: isNarrow ? SHORT[name] : name,
        position: ["100%", -4],
        align: "right",
        verticalAlign: "bottom",
        offset: name === "frozen feed" ? [14, 0] : [0, 0],
      },
    },
    { xAxis: toMillis(to) },
  ];
}
