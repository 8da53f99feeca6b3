import type { EChartsCoreOption } from "echarts/core";

import { formatPercent, shortNameOfVault } from "../../format.ts";
import type { Vault } from "../../../markets/world.ts";
import type { Moment, VaultMoment } from "../Recorder.ts";
import { linesOverTime, type Line } from "./linesOverTime.ts";

/** What is drawn of a market's vaults over time, a line a vault. */
export function vaultCharts(
  moments: readonly Moment[],
  vaults: readonly Vault[],
): { option: EChartsCoreOption; caption: string }[] {
  return CHARTS.map(({ caption, of, format, held }) => ({
    option: linesOverTime(vaultLines(moments, { vaults, of, held }), format),
    caption,
  }));
}

const CHARTS: readonly {
  readonly caption: string;
  readonly of: (moment: VaultMoment) => number;
  readonly format: (value: number) => string;
  /** What merely holding the collateral would have shown. */
  readonly held?: number;
}[] = [
  {
    caption:
      "Worth of a share in the vault's own collateral; it jumps where somebody leaves through the guaranteed exit",
    of: ({ share }) => share,
    format: (value) => value.toFixed(3),
    held: 1,
  },
  {
    caption: "Utilisation: collateral locked by options over actual capital",
    of: ({ used }) => used,
    format: (value) => formatPercent(value, 0),
  },
  {
    caption: "Rent: paid by buyers for locked capacity until their options expire, not yet earned, of actual capital",
    of: ({ rent }) => rent,
    format: (value) => formatPercent(value, 3),
  },
  {
    caption: "Risk charge: paid by buyers for what the book may move, released as the risk goes, of actual capital",
    of: ({ charge }) => charge,
    format: (value) => formatPercent(value, 3),
  },
  {
    caption: "Delta: gain for each per cent that the price rises, of actual capital",
    of: ({ delta }) => delta,
    format: (value) => formatPercent(value, 2),
  },
  {
    caption: "Gamma: gain from a move of one per cent either way, beyond delta, of actual capital",
    of: ({ gamma }) => gamma,
    format: (value) => formatPercent(value, 3),
  },
  {
    caption: "Vega: gain for each point that volatility rises, of actual capital",
    of: ({ vega }) => vega,
    format: (value) => formatPercent(value, 3),
  },
  {
    caption: "Theta: gain from a day in which nothing moves, of actual capital",
    of: ({ theta }) => theta,
    format: (value) => formatPercent(value, 3),
  },
];

/** A line a vault, and a dashed one for having held, where that is a figure. */
function vaultLines(
  moments: readonly Moment[],
  { vaults, of, held }: { vaults: readonly Vault[]; of: (moment: VaultMoment) => number; held: number | undefined },
): Line[] {
  const lines = vaults.map((vault): Line => {
    const valueOf = (moment: Moment): number | undefined => {
      const found = moment.vaults.get(vault);
      return found === undefined ? undefined : of(found);
    };
    return {
      name: shortNameOfVault(vault),
      points: moments.map((moment) => ({ at: moment.at, value: valueOf(moment) })),
    };
  });
  if (held === undefined) return lines;
  return [...lines, { name: "held", points: moments.map(({ at }) => ({ at, value: held })), dashed: true }];
}
