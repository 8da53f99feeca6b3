import { escaped, figure, page, table } from "../report/page.ts";
import { chartsOf, type Chart } from "./charts/chartsOf.ts";
import { percent } from "./format.ts";
import type { ReplayOptions } from "./options.ts";
import type { WorldResult } from "./replayWorld.ts";
import { crisesTable, tiersTable, variationsTable } from "./tables.ts";

/** The whole replay on one page that needs nothing else: text, tables, charts. */
export function reportOf(results: readonly WorldResult[], options: ReplayOptions): string {
  const body = `
${introduction(options)}
${results.map(worldSection).join("\n")}
${assumptions(options)}
`;
  return page({ title: "Twenty years of replayed history", body });
}

/** One world's part of the page, to stand in another page too. */
export function worldSection(result: WorldResult): string {
  const charts = chartsOf(result);
  return `<section>
<h2>${escaped(result.world.title)}</h2>
${table(tiersTable(result))}
<p class="note">“A year” is the provider's return in the vault's own collateral, compounded: what is earned beyond holding it. “Held” is the same
collateral left alone, in dollars: the underlying for a call vault, dollars for a put vault. A drawdown is the fall from a peak of the share price
to the lowest point after it, “worst day” the largest loss from one close to the next. “Used” is the collateral locked by options over risk capital,
on average over all days; “sold” what was bought of what buyers asked for. “Premium” is a year's, over capital; “above fair” the part of it that the risk charge, the rent of
capacity and the fees add to fair value.</p>
${figures(charts, "share prices")}
<h3>What went wrong, and when</h3>
${figures(charts, "drawdowns")}
${table(crisesTable(result))}
<h3>If risk aversion and rent were others</h3>
<p>Each cell is one vault that lived through the same twenty years with its own λ and β. λ prices the risk that a trade adds to the book; β
is the yearly rent of the collateral that it locks, and rises with utilisation. Dearer options sell less: that is why the return falls towards
the corner where both are high, and the drawdown with it.</p>
${figures(charts, "grid")}
<h3>If the assumptions were others</h3>
${table(variationsTable(result))}
</section>`;
}

function introduction({ premium, demand, tolerance }: ReplayOptions): string {
  return `<p class="lead">Providers put collateral into a vault; the vault writes options against it and keeps what buyers pay. Is that
a good bargain, and how bad can it get? This page lets four vaults live through every trading day of the S&amp;P 500 from 2000 to April 2020,
with the crash of 2008 and March 2020, and counts.</p>
<p>Every week at the close of its last trading day each vault offers options that expire a week later: calls from a vault that holds the
underlying, puts from one that holds dollars. Sixteen buyers come, four each for options of 10, 25, 40 and 50 delta. Together they ask for
${percent(demand, 0)} of the vault's capacity; each has a price in mind, on average ${percent(tolerance, 0)} above the market's volatility, and buys only if the vault's
whole quote is below it. The market's volatility is ${premium} times what the index itself has lately shown. A week later the options settle
at the close, and the next week's are written. Each day the share is valued as the contracts would value it.</p>
<p>The vaults are a model in TypeScript of the contracts' economics; a test runs both through the same trades, settlement and valuation and
compares them to nine digits.</p>`;
}

function assumptions({ premium, demand, tolerance, volatility, seed }: ReplayOptions): string {
  return `<section>
<h2>What is assumed</h2>
<ul>
<li>Prices: daily closes of the S&amp;P 500, without dividends, from the npm package vega-datasets. Nothing is known between two closes: options
are written and settled at closes, not over a 30-minute average.</li>
<li>The second history multiplies every daily log return so that the whole has ${volatility} % volatility, which is what the local parameters
(WETH/USDC) are made for: the fat tails and clusters of real crashes at the size of ether's.</li>
<li>Volatility: the contracts' realised-volatility rule (exponentially weighted, moves cut at five standard deviations) with a half-life of ten days,
since there is one price a day, times the risk premium ${premium}; a smile with puts dearer than calls.</li>
<li>Demand: ${percent(demand, 0)} of capacity each week, average tolerance ${percent(tolerance, 0)}, buyers in an order drawn from seed ${seed}. Each vault faces it alone: no
router, no competitor, nobody sells back before expiry.</li>
<li>One provider stays from the first day to the last; premiums are written against, too. Deployed collateral earns nothing else; the protocol's
share of fees is zero, as in the local parameters.</li>
<li>Confidence of price and volatility feeds is that of the local parameters in proportion to volatility. Breakers and stress do not act.</li>
</ul>
<p class="note">It is evidence about mechanism and parameters, not a forecast: the premium over realised volatility decides the level of every return here,
and the demand decides the utilisation.</p>
</section>`;
}

function figures(charts: readonly Chart[], group: Chart["group"]): string {
  const drawn = charts.filter((chart) => chart.group === group).map(({ caption, svg }) => figure(svg, caption));
  return `<div class="pair">${drawn.join("\n")}</div>`;
}
