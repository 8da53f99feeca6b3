import { describeDropped, SIGNED_DEVIATIONS } from "@bulkhead/sdk";

import { escaped, figure, page, table } from "../report/page.ts";
import { renderSvg } from "../report/renderSvg.ts";
import { partsBars } from "./charts/partsBars.ts";
import { premiumHeat } from "./charts/premiumHeat.ts";
import { premiumLines } from "./charts/premiumLines.ts";
import { spreadLines } from "./charts/spreadLines.ts";
import type { Comparison } from "./compareQuotes.ts";
import { day, dollars, percent } from "./format.ts";
import { QUANTITY, UTILISATIONS } from "./priceChain.ts";
import { CAPITAL } from "./restingBook.ts";
import { goalsTable, groupsTable, optionsTable, partsTable, spreadsTable } from "./tables.ts";

const HEAT = { width: 480, height: 250 };
const BARS = { width: 480, height: 280 };
const LINES = { width: 480, height: 280 };

/** The comparison on one page that needs nothing else. */
export function reportOf(comparison: Comparison): string {
  const body = `
${introduction(comparison)}
${table(goalsTable(comparison))}
<h2>Spreads at the money, and asks as vaults fill up</h2>
<div class="pair">${[
    figure(
      renderSvg(spreadLines(comparison.tiers), LINES),
      "What buying and selling back costs, call and put together",
    ),
    figure(
      renderSvg(premiumLines(comparison.tiers), LINES),
      "Our ask over the exchange's ask, median over all options",
    ),
  ].join("\n")}</div>
${table(spreadsTable(comparison))}
${comparison.tiers.map(({ tier }) => tierSection(comparison, tier)).join("\n")}
${assumptions(comparison)}
`;
  return page({ title: "Our quotes beside an exchange's", body });
}

function introduction({ market, options }: Comparison): string {
  const { state, coin, calibration } = market;
  return `<p class="lead">On ${day(state.now)} an exchange quoted options on ${escaped(coin)} at ${dollars(state.spot)} dollars. Here are
the vaults' own quotes for the same options: for ${QUANTITY} of each in which there is open interest, from vaults whose collateral is
${UTILISATIONS.map((utilisation) => percent(utilisation, 0)).join(", ")} used.</p>
<p>${options.sold} options are compared. ${options.refused} more have open interest and an offer, but a delta that vaults don't sell. The surface was calibrated as reporters do; ${percent(calibration.insideBidAsk, 0)}
of the exchange's two-sided quotes enclose it. Quotes left out: ${describeDropped(calibration.dropped)}.</p>`;
}

function tierSection(comparison: Comparison, tier: string): string {
  const { groups, quotes } = comparison;
  const drawn = UTILISATIONS.flatMap((utilisation) => {
    const which = { tier, utilisation };
    const used = percent(utilisation, 0);
    return [
      figure(renderSvg(premiumHeat(groups, which), HEAT), `Our ask over the exchange's ask, median, ${used} used`),
      figure(
        renderSvg(partsBars(quotes, which), BARS),
        `What is added to fair value, over the exchange's ask, mean, ${used} used`,
      ),
    ];
  });
  return `<section>
<h2>Tier “${escaped(tier)}”</h2>
<div class="pair">${drawn.join("\n")}</div>
${table(groupsTable(comparison, tier))}
${table(partsTable(comparison, tier))}
<details><summary>Every option</summary>${table(optionsTable(comparison, tier))}</details>
</section>`;
}

function assumptions({ market }: Comparison): string {
  const { state } = market;
  const spot =
    state.signedSpot === undefined
      ? `Orders bring no signed price: spot is in doubt by the push feeds' ${percent(state.feedConfidence, 2)} and a minute of volatility.`
      : `Every order brings a price that reporters signed ${state.signedSpot.age} seconds before; spot is in doubt by ${SIGNED_DEVIATIONS} standard
deviations of that time, at least by ${percent(state.signedSpot.floor, 2)}.`;
  return `<section>
<h2>What is assumed</h2>
<ul>
<li>${spot} Volatility is in doubt by ${percent(state.volConfidence, 2)}, realised volatility is ${percent(state.realisedVolatility ?? 0)}.</li>
<li>A vault has ${CAPITAL} ${escaped(market.coin)} of risk capital, or as much in dollars. Every expiry that it lists locks the same amount, in equal
numbers of each strike of its ladder; nothing has happened lately, so that risk capital is what the vault holds less what its options are worth.</li>
<li>Our bid is what a holder is paid who has just bought from that vault. The exchange's fees, which come on top of its quotes, are left out; ours are in our
quotes. Prices are the SDK's, which tests hold against the contracts.</li>
</ul>
</section>`;
}
