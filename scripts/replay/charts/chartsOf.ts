import type { OptionKind } from "@bulkhead/sdk";

import { kindName, percent } from "../format.ts";
import { KINDS, type WorldResult } from "../replayWorld.ts";
import { drawdownChart } from "./drawdownChart.ts";
import { gridHeat, type HeatMeasure } from "./gridHeat.ts";
import { renderSvg } from "../../report/renderSvg.ts";
import { sharePrices } from "./sharePrices.ts";

/** One drawn chart. */
export interface Chart {
  /** For its file. */
  readonly name: string;
  readonly group: "share prices" | "drawdowns" | "grid";
  readonly kind: OptionKind;
  readonly caption: string;
  readonly svg: string;
}

const WIDE = { width: 560, height: 300 };
const LOW = { width: 560, height: 220 };
const SQUARE = { width: 560, height: 320 };

const MEASURES: readonly (HeatMeasure & { readonly name: string; readonly caption: string })[] = [
  {
    name: "return",
    caption: "return a year",
    of: ({ annualReturn }) => annualReturn,
    format: (value) => percent(value),
    moreIsBetter: true,
  },
  {
    name: "drawdown",
    caption: "worst drawdown",
    of: ({ drawdown }) => drawdown.depth,
    format: (value) => percent(value),
    moreIsBetter: false,
  },
];

/** All charts of one world. */
export function chartsOf(result: WorldResult): Chart[] {
  const { name } = result.world;
  return KINDS.flatMap((kind): Chart[] => {
    const which = `${kindName(kind)} vaults`;
    return [
      {
        name: `${name}-${kindName(kind)}-share`,
        group: "share prices",
        kind,
        caption: `What one dollar became in the ${which}`,
        svg: renderSvg(sharePrices(result, kind), WIDE),
      },
      {
        name: `${name}-${kindName(kind)}-drawdown`,
        group: "drawdowns",
        kind,
        caption: `How far below their best the ${which} stood, in their own collateral`,
        svg: renderSvg(drawdownChart(result, kind), LOW),
      },
      ...MEASURES.map((measure): Chart => ({
        name: `${name}-${kindName(kind)}-grid-${measure.name}`,
        group: "grid",
        kind,
        caption: `The ${kindName(kind)} vault's ${measure.caption}`,
        svg: renderSvg(gridHeat(result, { kind, measure }), SQUARE),
      })),
    ];
  });
}
