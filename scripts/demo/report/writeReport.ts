import { fromTokenUnits, OptionKind, type StrategyCost } from "@bulkhead/sdk";

import { writeWhole } from "../../../deploy/writeWhole.ts";
import { figure, page, table } from "../../report/page.ts";
import { turnable, turnableScripts } from "../../report/turnable.ts";
import { renderSvg } from "../../report/renderSvg.ts";
import type { FilledOrder } from "../desk.ts";
import { formatNumber, formatPercent, formatTime, TIER_LEGEND } from "../format.ts";
import type { Results } from "../../report/Output.ts";
import type { ReportOutcome } from "../../markets/reporters.ts";
import { describeLeg } from "../ordersTable.ts";
import { linesOverTime, type Line } from "./charts/linesOverTime.ts";
import { payoffChart } from "./charts/payoffChart.ts";
import { smileChart } from "./charts/smileChart.ts";
import { surface3d } from "./charts/surface3d.ts";
import { surfaceHeat } from "./charts/surfaceHeat.ts";
import { vaultCharts } from "./charts/vaultCharts.ts";
import type { Moment, SurfaceMoment } from "./Recorder.ts";
import type { Venue } from "../../markets/world.ts";

/** Everything that the page shows. */
export interface Story {
  readonly weeks: number;
  readonly transactions: number;
  readonly markets: readonly MarketStory[];
  readonly moments: readonly Moment[];
  readonly orders: readonly FilledOrder[];
  /** Orders, settlements, providers, refusals, invariants, as they were printed. */
  readonly tables: readonly Results[];
}

/** What the page shows of one market. */
export interface MarketStory {
  readonly venue: Venue;
  /** "ether" */
  readonly coin: string;
  readonly reports: readonly ReportOutcome[];
  readonly surfaces: readonly SurfaceMoment[];
}

const HALF = { width: 560, height: 300 };

/** Writes the demo as one page that needs nothing else. */
export function writeReport(path: string, story: Story): void {
  writeWhole(
    path,
    page({ title: "Bulkhead: two markets lived through", body: bodyOf(story), scripts: turnableScripts() }),
  );
}

function bodyOf({ weeks, transactions, markets, moments, orders, tables }: Story): string {
  const tableOf = (name: string): string =>
    tables
      .filter((results) => results.name === name)
      .map(table)
      .join("\n");
  const vaults = markets.reduce((count, { venue }) => count + venue.vaults.length, 0);
  return `
<p class="lead">Options on ${markets.map(({ coin }) => coin).join(" and ")} against a dollar coin: ${weeks} week${weeks === 1 ? "" : "s"} simulated and lived
through on a real node, ${formatNumber(transactions, 0)} transactions. ${vaults} vaults write options, each against its own collateral alone: calls against
the underlying, puts against USDC, in a wide tier that quotes far from fair value and a tight one that quotes close to it. Providers own the
vaults; buyers trade with all of them at once through a router.</p>

<h2>The markets</h2>
<p>In each market three reporters watch option quotes elsewhere and sign one volatility surface. A step larger than is allowed at once waits as
pending: until it is confirmed, or walked to, that market's vaults open nothing. Prices and volatility outside come from a simulation with jumps,
in which the markets move together (and which may start from a file of real quotes); a crash and a wobble of USDC are scripted where the weeks have room for them. Prices are in USDC: where that coin loses, they rise.</p>
${markets.map(marketFigures).join("\n")}
${tableOf("wobble")}

<h2>The volatility surfaces</h2>
<p>Lines are the slices that were reported; bars reach from the bid to the ask of the quotes behind them. A good slice passes through the bars.</p>
${markets.map(surfaceFigures).join("\n")}

<h2>The vaults</h2>
<p>A share is worth what the vault would have left if its book were bought back at fair value, less a charge for the risk in it. Above 1 a provider
has gained beside just holding the collateral. The other charts say what moved it (${TIER_LEGEND}).</p>
${markets.map(({ venue }) => vaultFigures(moments, venue)).join("\n")}

<h2>The orders</h2>
<p>Each order went through at once or not at all, every leg split over the tiers where that was cheapest.</p>
${tableOf("orders")}
<h3>What the buyers bought</h3>
<p>Profit at settlement, premium and fees taken off; the dots are the prices at which nothing is won or lost.</p>
<div class="pair">
${firstOfEach(orders).flatMap(strategyFigures).join("\n")}
</div>

<h2>What came of it</h2>
${tableOf("settlements")}
${tableOf("providers")}

<h2>What was refused</h2>
<p>Each of these was tried on purpose, failed with an error by name and left every balance as it was.</p>
${tableOf("refusals")}

<h2>What always held</h2>
${tableOf("invariants")}

<p class="note">These weeks are simulated. What twenty years of a real index, 2008 and March 2020 among them, would have brought the providers is drawn
by <code>make replay</code>, beside this page in <code>replay/report.html</code>.</p>
`;
}

function chart(option: Parameters<typeof renderSvg>[0], caption: string): string {
  return figure(renderSvg(option, HALF), caption);
}

function marketFigures({ venue, coin, reports }: MarketStory): string {
  return `<h3>${venue.name}</h3>
<div class="pair">
${chart(
  linesOverTime([spotLine(coin, reports)], (value) => formatNumber(value, 0)),
  `The price of ${coin}, USDC`,
)}
${chart(
  linesOverTime(volatilityLines(reports), (value) => formatPercent(value, 0)),
  "At-the-money volatility of the nearest expiry: the market's, and what the chain prices with",
)}
</div>`;
}

function vaultFigures(moments: readonly Moment[], { name, vaults }: Venue): string {
  const charts = vaultCharts(moments, vaults).map(({ option, caption }) => chart(option, caption));
  return `<h3>${name}</h3>\n<div class="pair">\n${charts.join("\n")}\n</div>`;
}

function spotLine(coin: string, reports: readonly ReportOutcome[]): Line {
  return { name: coin, points: reports.map(({ at, spot }) => ({ at, value: spot })) };
}

function volatilityLines(reports: readonly ReportOutcome[]): Line[] {
  return [
    { name: "on chain", points: reports.map(({ at, chainVolatility }) => ({ at, value: chainVolatility })) },
    {
      name: "market",
      points: reports.map(({ at, marketVolatility }) => ({ at, value: marketVolatility })),
      dashed: true,
    },
  ];
}

/** The first day's surface, and the one that was highest. */
function surfaceFigures({ venue, coin, surfaces }: MarketStory): string {
  const height = ({ smiles }: SurfaceMoment): number =>
    smiles[0]?.curve.at(Math.floor(smiles[0].curve.length / 2))?.volatility ?? 0;
  const first = surfaces.slice(0, 1);
  const highest = surfaces.toSorted((a, b) => height(b) - height(a)).slice(0, 1);
  const shown = [...new Set([...first, ...highest])];
  const figures = shown.map((surface) => {
    const when = `${formatTime(surface.at)}, ${coin} at ${formatNumber(surface.spot, 0)} USDC`;
    return `${turnable(surface3d(surface), `The surface that the chain prices with, to be turned; ${when}`)}
<div class="pair">
${chart(smileChart(surface), `The smile of each expiry against the quotes, ${when}`)}
${chart(surfaceHeat(surface), `The same surface from above, volatility in per cent, ${when}`)}
</div>`;
  });
  return [`<h3>${venue.name}</h3>`, ...figures].join("\n");
}

/** A chart for each market and expiry of an order that only buys; what has parts sold is no payoff by itself. */
function strategyFigures(order: FilledOrder): string[] {
  if (order.legs.some(({ quantity }) => quantity < 0)) return [];
  const keyOf = ({ venue, expiry }: FilledOrder["legs"][number]): string => `${venue.name} ${expiry}`;
  return [...new Set(order.legs.map(keyOf))].map((key) => {
    const legs = order.legs.filter((leg) => keyOf(leg) === key);
    const caption = `${order.name}: ${legs.map(describeLeg).join("; ")}`;
    return chart(payoffChart(legs, costOf(legs)), caption);
  });
}

/** The first order of each name: later ones look alike. */
function firstOfEach(orders: readonly FilledOrder[]): FilledOrder[] {
  return orders.filter(({ name }, index) => orders.findIndex((other) => other.name === name) === index);
}

/** What the legs cost, in each collateral. */
function costOf(legs: FilledOrder["legs"]): StrategyCost {
  const paid = (kind: OptionKind): number =>
    legs
      .filter((leg) => leg.kind === kind)
      .reduce((sum, { amount, parts }) => sum + fromTokenUnits(amount, parts[0]?.vault.collateral.decimals ?? 0), 0);
  return { quote: paid(OptionKind.Put), underlying: paid(OptionKind.Call) };
}
