import { OptionKind } from "@bulkhead/sdk";

import { chart, type ChartSize, type LegendEntry } from "../../../report/chart.ts";
import { CALLS, HOLDING, PUTS } from "../../../report/style.ts";
import { formatNumber } from "../../format.ts";
import { leapsOf, type Leap } from "../leaps.ts";
import type { MarketStory, Moment, Story, VaultMoment, VaultStory } from "../Story.ts";
import { linesOverTime, type Line, type Note } from "./linesOverTime.ts";

interface VaultChart {
  readonly caption: string;
  readonly unit: string;
  readonly of: (moment: VaultMoment) => number;
  readonly digits: number;
}

const PERCENT = 100;
const OF_CAPITAL = "% of actual capital";

const SHARE: VaultChart = {
  caption: "Worth of a share in the vault's own collateral: above the dotted line providers have gained beside holding",
  unit: "worth of a share, first = 1",
  of: ({ share }) => share,
  digits: 3,
};

const OTHERS: readonly VaultChart[] = [
  {
    caption: "Utilisation: collateral locked by options over actual capital",
    unit: OF_CAPITAL,
    of: ({ used }) => PERCENT * used,
    digits: 0,
  },
  {
    caption: "Rent: paid by buyers for locked capacity until their options expire, not yet earned",
    unit: OF_CAPITAL,
    of: ({ rent }) => PERCENT * rent,
    digits: 3,
  },
  {
    caption: "Risk charge: paid by buyers for what the book may move, released as the risk goes",
    unit: OF_CAPITAL,
    of: ({ charge }) => PERCENT * charge,
    digits: 3,
  },
  {
    caption: "Delta: gain for each per cent that the price rises",
    unit: OF_CAPITAL,
    of: ({ delta }) => PERCENT * delta,
    digits: 2,
  },
  {
    caption: "Gamma: gain from a move of one per cent either way, beyond delta",
    unit: OF_CAPITAL,
    of: ({ gamma }) => PERCENT * gamma,
    digits: 3,
  },
  {
    caption: "Vega: gain for each point that volatility rises",
    unit: OF_CAPITAL,
    of: ({ vega }) => PERCENT * vega,
    digits: 3,
  },
  {
    caption: "Theta: gain from a day in which nothing moves",
    unit: OF_CAPITAL,
    of: ({ theta }) => PERCENT * theta,
    digits: 3,
  },
];

/** What is drawn of a market's vaults over time, a line a vault. */
export function vaultCharts(story: Story, market: MarketStory): string[] {
  const { moments, episodes } = story;
  const { vaults } = market;
  const legend = vaults.map(styleOf);
  const leaps = leapsOf(story, market);
  const linesOf = ({ of }: VaultChart): Line[] => vaults.map((vault) => lineOf(vault, { moments, of }));
  const draw = (which: VaultChart, { lines, notes = [] }: { lines: readonly Line[]; notes?: readonly Note[] }) => {
    const { unit, digits } = which;
    return (size: ChartSize) => linesOverTime({ lines, unit, format: axisFormat(digits), episodes, notes }, size);
  };
  const held = { name: "held", colour: HOLDING, dash: "dotted" } as const;
  const shares = [
    ...vaults.map((vault) => withoutLeap(lineOf(vault, { moments, of: SHARE.of }), { vault, leaps })),
    { ...held, points: moments.map(({ at }) => ({ at, value: 1 })) },
  ];
  const notes = leaps.map(({ exit, before, after }) => ({
    at: exit.at,
    value: before,
    text: `▲ exit: ${formatNumber(after, SHARE.digits)}`,
  }));
  return [
    chart(draw(SHARE, { lines: shares, notes }), { caption: SHARE.caption, legend: [...legend, held] }),
    ...OTHERS.map((which) => chart(draw(which, { lines: linesOf(which) }), { caption: which.caption, legend })),
  ];
}

/** A leap of a tenth would leave a hundredth of the chart to all that options did: what comes after it goes on from before it. */
function withoutLeap(line: Line, { vault, leaps }: { vault: VaultStory; leaps: readonly Leap[] }): Line {
  const own = leaps.filter((leap) => leap.vault.address === vault.address);
  const points = line.points.map(({ at, value }) => {
    const past = own.filter(({ exit }) => exit.at <= at);
    const scale = past.reduce((product, { before, after }) => product * (before / after), 1);
    return { at, value: value === undefined ? undefined : value * scale };
  });
  return { ...line, points };
}

/** Without a minus before nothing. */
function axisFormat(digits: number): (value: number) => string {
  return (value) => formatNumber(value, digits).replace(/^-(0\.?0*)$/, "$1");
}

/** Calls and puts by colour, tiers by dash. */
export function styleOf({ kind, tier }: VaultStory): LegendEntry {
  const isCall = kind === OptionKind.Call;
  return {
    name: `${isCall ? "calls" : "puts"}, ${tier}`,
    colour: isCall ? CALLS : PUTS,
    dash: tier === "wide" ? "solid" : "dashed",
  };
}

function lineOf(
  vault: VaultStory,
  { moments, of }: { moments: readonly Moment[]; of: (moment: VaultMoment) => number },
): Line {
  return {
    ...styleOf(vault),
    points: moments.map(({ at, vaults }) => {
      const found = vaults[vault.address];
      return { at, value: found === undefined ? undefined : of(found) };
    }),
  };
}
