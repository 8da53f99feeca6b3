import { OptionKind, type StrategyCost, type StrategyLeg } from "@bulkhead/sdk";

import { writeWhole } from "../../../deploy/writeWhole.ts";
import { chart } from "../../report/chart.ts";
import { escaped, facts, folded, page, sectionsWithContents, table, type Section } from "../../report/page.ts";
import { HOLDING, seriesColour } from "../../report/style.ts";
import { turnable, turnableScripts } from "../../report/turnable.ts";
import { formatNumber, formatPercent, formatTime, nameOfKind } from "../format.ts";
import { describeLeg } from "../ordersTable.ts";
import { linesOverTime } from "./charts/linesOverTime.ts";
import { payoffChart } from "./charts/payoffChart.ts";
import { smileChart, smileLegend } from "./charts/smileChart.ts";
import { surface3d } from "./charts/surface3d.ts";
import { surfaceHeat } from "./charts/surfaceHeat.ts";
import { vaultCharts } from "./charts/vaultCharts.ts";
import { headlines } from "./headlines.ts";
import { leapsOf } from "./leaps.ts";
import type { Episode, LegStory, MarketStory, OrderStory, Story, SurfaceMoment } from "./Story.ts";

/** Tables of more rows are there for whoever opens them. */
const MOST_ROWS_OPEN = 40;

/** Writes the demo as one page that needs nothing else. */
export async function writeReport(path: string, story: Story): Promise<void> {
  const scripts = await turnableScripts();
  writeWhole(path, page({ title: "Bulkhead: two markets lived through", body: bodyOf(story), scripts }));
}

function bodyOf(story: Story): string {
  const { weeks, markets } = story;
  const vaults = markets.reduce((count, market) => count + market.vaults.length, 0);
  return `
<p class="lead">Options on ${markets.map(({ coin }) => escaped(coin)).join(" and ")} against a dollar coin: ${weeks} week${weeks === 1 ? "" : "s"} simulated and lived
through on a real node. ${vaults} vaults write options, each against its own collateral alone: calls against
the underlying, puts against USDC, in a wide tier that quotes far from fair value and a tight one that quotes close to it. Providers own the
vaults; buyers trade with all of them at once through a router.</p>
${facts(headlines(story))}
${sectionsWithContents(sectionsOf(story))}
<p class="note">These weeks are simulated (seed ${story.seed}). What twenty years of a real index, 2008 and March 2020 among them, would have brought the
providers is drawn by <code>make replay</code>, beside this page in <code>replay/report.html</code>.</p>
`;
}

function sectionsOf(story: Story): Section[] {
  const { markets, episodes, orders } = story;
  return [
    {
      title: "The markets",
      body: `
<p>In each market three reporters watch option quotes elsewhere and sign one volatility surface. A step larger than is allowed at once waits as
pending: until it is confirmed, or walked to, that market's vaults open nothing. Prices and volatility outside come from a simulation with jumps,
in which the markets move together (and which may start from a file of real quotes). Prices are in USDC: where that coin loses, they rise.</p>
${episodesText(episodes)}
${markets.map((market) => marketFigures(market, episodes)).join("\n")}
${tablesOf(story, "wobble")}`,
    },
    {
      title: "The volatility surfaces",
      body: `
<p>Lines are the slices that were reported; bars reach from the bid to the ask of the quotes behind them. A good slice passes through the bars.</p>
${markets.map(surfaceFigures).join("\n")}`,
    },
    {
      title: "The vaults",
      body: `
<p>A share is worth what the vault would have left if its book were bought back at fair value, less a charge for the risk in it. Above 1 a provider
has gained beside just holding the collateral. The other charts say what moved it. Where a vault has no price its line has a gap.</p>
${markets.map((market) => vaultFigures(story, market)).join("\n")}`,
    },
    {
      title: "The orders",
      body: `
<p>Each order went through at once or not at all, every leg split over the tiers where that was cheapest.</p>
${tablesOf(story, "orders")}
<h3>What the buyers bought</h3>
<p>Profit at settlement, premium and fees taken off; the dots are the prices at which nothing is won or lost.</p>
<div class="pair">
${firstOfEach(orders).flatMap(strategyFigures).join("\n")}
</div>`,
    },
    { title: "What came of it", body: `${tablesOf(story, "settlements")}\n${tablesOf(story, "providers")}` },
    {
      title: "What was refused",
      body: `
<p>Each of these was tried on purpose, failed with an error by name and left every balance as it was.</p>
${tablesOf(story, "refusals")}`,
    },
    { title: "What always held", body: tablesOf(story, "invariants") },
  ];
}

/** The tables of a name; long ones are folded. */
function tablesOf({ tables }: Story, name: string): string {
  return tables
    .filter((results) => results.name === name)
    .map((results) => {
      const { rows, title } = results;
      if (rows.length <= MOST_ROWS_OPEN) return table(results);
      return folded(`All ${rows.length} rows: ${title.split(/[:;]/)[0] ?? title}`, table(results));
    })
    .join("\n");
}

const EPISODES: Readonly<Record<Episode["name"], string>> = {
  crash: "both markets crash",
  wobble: "USDC loses up to three cents and comes back",
  "frozen feed": "the price provider is silent: nobody trades or leaves at NAV, and the guaranteed exit still works",
};

function episodesText(episodes: readonly Episode[]): string {
  if (episodes.length === 0) return "";
  const items = episodes.map(
    ({ name, from, to }) => `<li><b>${name}</b>, ${formatTime(from)} to ${formatTime(to)}: ${EPISODES[name]}</li>`,
  );
  return `<p>Shaded in every chart over time is what was scripted:</p>\n<ul>${items.join("\n")}</ul>`;
}

function marketFigures({ name, coin, reports }: MarketStory, episodes: readonly Episode[]): string {
  const lineOf = (of: (report: MarketStory["reports"][number]) => number) =>
    reports.map((report) => ({ at: report.at, value: of(report) }));
  const spot = { name: coin, colour: seriesColour(0), dash: "solid", points: lineOf((report) => report.spot) } as const;
  const onChain = { name: "on chain", colour: seriesColour(0), dash: "solid" } as const;
  const outside = { name: "market", colour: HOLDING, dash: "solid" } as const;
  const volatilities = [
    { ...outside, points: lineOf(({ marketVolatility }) => marketVolatility) },
    { ...onChain, points: lineOf(({ chainVolatility }) => chainVolatility) },
  ];
  return `<h3>${escaped(name)}</h3>
<div class="pair">
${chart(
  (size) =>
    linesOverTime(
      { lines: [spot], unit: `USDC for one ${coin}`, format: (value) => formatNumber(value, 0), episodes },
      size,
    ),
  { caption: `The price of ${coin} in USDC`, legend: [spot] },
)}
${chart(
  (size) =>
    linesOverTime(
      { lines: volatilities, unit: "volatility a year, %", format: (value) => formatNumber(100 * value, 0), episodes },
      size,
    ),
  {
    caption: "At-the-money volatility of the nearest expiry: the market's, and what the chain prices with",
    legend: [onChain, outside],
  },
)}
</div>`;
}

/** The first day's surface, and the one that was highest. */
function surfaceFigures({ name, coin, surfaces }: MarketStory): string {
  const height = ({ smiles }: SurfaceMoment): number =>
    smiles[0]?.curve.at(Math.floor(smiles[0].curve.length / 2))?.volatility ?? 0;
  const first = surfaces.slice(0, 1);
  const highest = surfaces.toSorted((a, b) => height(b) - height(a)).slice(0, 1);
  const shown = [...new Set([...first, ...highest])];
  const figures = shown.map((surface) => {
    const when = `${formatTime(surface.at)}, ${coin} at ${formatNumber(surface.spot, 0)} USDC`;
    return `${turnable(surface3d(surface), `The surface that the chain prices with, to be turned: volatility a year over strike and time to expiry; ${when}`)}
<div class="pair">
${chart((size) => smileChart(surface, size), {
  caption: `The smile of each expiry against the quotes, ${when}`,
  legend: smileLegend(surface),
})}
${chart((size) => surfaceHeat(surface, size), {
  caption: `The same surface from above, volatility a year in per cent, ${when}`,
})}
</div>`;
  });
  return [`<h3>${escaped(name)}</h3>`, ...figures].join("\n");
}

function vaultFigures(story: Story, market: MarketStory): string {
  const leaps = leapsOf(story, market).map(({ vault, exit, before, after }) => {
    const { who, got, leftBehind, token, at } = exit;
    const amount = (value: number): string => `${formatNumber(value, token === "USDC" ? 0 : 4)} ${escaped(token)}`;
    return `<p><b>The guaranteed exit</b> needs no price: it pays a share of what is free beyond lock and charge, under every condition, and less
than NAV. While the feed was frozen, on ${formatTime(at)}, ${escaped(who)} took it out of the ${escaped(vault.tier)} ${nameOfKind(vault.kind)} vault with ${amount(got)},
${amount(leftBehind)} (${formatPercent(leftBehind / (got + leftBehind))}) less than the last NAV. That is the gain of those who stayed: their share rose from ${formatNumber(before, 3)} to
${formatNumber(after, 3)}. So that the other lines stay legible, this one goes on from the triangle without that leap.</p>`;
  });
  return `<h3>${escaped(market.name)}</h3>\n${leaps.join("\n")}\n<div class="pair">\n${vaultCharts(story, market).join("\n")}\n</div>`;
}

/** A chart for each market and expiry of an order that only buys; what has parts sold is no payoff by itself. */
function strategyFigures(order: OrderStory): string[] {
  if (order.legs.some(({ quantity }) => quantity < 0)) return [];
  const keyOf = ({ symbol, expiry }: LegStory): string => `${symbol} ${expiry}`;
  return [...new Set(order.legs.map(keyOf))].map((key) => {
    const legs = order.legs.filter((leg) => keyOf(leg) === key);
    const caption = `${order.name}: ${legs.map((leg) => describeLeg(leg, leg.symbol)).join("; ")}`;
    return chart((size) => payoffChart(legs satisfies StrategyLeg[], { cost: costOf(legs), size }), { caption });
  });
}

/** The first order of each name: later ones look alike. */
function firstOfEach(orders: readonly OrderStory[]): OrderStory[] {
  return orders.filter(({ name }, index) => orders.findIndex((other) => other.name === name) === index);
}

/** What the legs cost, in each collateral. */
function costOf(legs: readonly LegStory[]): StrategyCost {
  const paid = (kind: OptionKind): number =>
    legs.filter((leg) => leg.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
  return { quote: paid(OptionKind.Put), underlying: paid(OptionKind.Call) };
}
