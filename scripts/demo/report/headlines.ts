import { OptionKind } from "@bulkhead/sdk";

import type { Fact } from "../../report/page.ts";
import { formatNumber, formatPercent } from "../format.ts";
import type { MarketStory, Story } from "./Story.ts";

const SECONDS_PER_HOUR = 3_600;

/** What the weeks came to, in figures for the page's head and the console's end. */
export function headlines(story: Story): Fact[] {
  const { transactions, blocks, checks, refusals, orders, markets } = story;
  const legs = orders.flatMap((order) => order.legs);
  const { paid, saved } = purchases(story);
  return [
    {
      value: formatNumber(checks, 0),
      label: `checks of invariants on chain, all held: after each of ${formatNumber(blocks, 0)} blocks with ${formatNumber(transactions, 0)} transactions`,
    },
    {
      value: formatNumber(orders.length, 0),
      label: `orders of ${formatNumber(legs.length, 0)} legs, each at once or not at all`,
    },
    { value: `${formatNumber(paid, 0)} USDC`, label: "paid by buyers for options, fees in it" },
    ...(saved === undefined
      ? []
      : [
          {
            value: formatPercent(saved, 2),
            label: "saved by splitting orders over vaults, beside each order's best single vault",
          },
        ]),
    ...markets.map(priceFact),
    ...closings(story),
    ...providersFacts(story),
    { value: formatNumber(refusals, 0), label: "attempts that had to fail, each refused by the error that names it" },
  ];
}

/** What buyers paid in USDC, calls at the spot price then; and what share of the best single vaults' prices splits saved. */
function purchases({ orders, markets }: Story): { paid: number; saved: number | undefined } {
  const bought = orders.flatMap(({ at, legs }) =>
    legs
      .filter(({ quantity }) => quantity > 0)
      .map(({ symbol, kind, amount, bestSingle }) => {
        const market = markets.find((candidate) => candidate.symbol === symbol);
        const unit = kind === OptionKind.Call ? spotAt(market, at) : 1;
        return { paid: amount * unit, single: bestSingle === undefined ? undefined : bestSingle * unit };
      }),
  );
  const paid = sum(bought.map((leg) => leg.paid));
  // Where no vault alone could have taken a leg there is nothing to compare with.
  const comparable = bought.flatMap(({ paid: split, single }) => (single === undefined ? [] : [{ split, single }]));
  const single = sum(comparable.map((leg) => leg.single));
  return { paid, saved: single === 0 ? undefined : 1 - sum(comparable.map(({ split }) => split)) / single };
}

/** The latest price that was reported by then; the first before any. */
function spotAt(market: MarketStory | undefined, at: number): number {
  const reports = market?.reports ?? [];
  return (reports.findLast((report) => report.at <= at) ?? reports[0])?.spot ?? 0;
}

function priceFact({ coin, reports }: MarketStory): Fact {
  const spots = reports.map(({ spot }) => spot);
  const [first = 0, last = 0] = [spots.at(0), spots.at(-1)];
  return {
    value: `${formatNumber(first, 0)} → ${formatNumber(last, 0)} USDC`,
    label: `${coin}, between ${formatNumber(Math.min(...spots), 0)} and ${formatNumber(Math.max(...spots), 0)}`,
  };
}

/** How long a surface was not fresh, and vaults opened nothing. */
function closings({ markets }: Story): Fact[] {
  const shut = markets.map(({ reports }) => {
    const seconds = reports.map(({ isFresh, at }, index) => (isFresh ? 0 : (reports[index + 1]?.at ?? at) - at));
    return sum(seconds) / SECONDS_PER_HOUR;
  });
  if (shut.every((hours) => hours === 0)) return [];
  return [
    {
      value: shut.map((hours) => `${formatNumber(hours, 0)} h`).join(" and "),
      label:
        `in which the vaults of ${markets.map(({ coin }) => coin).join(" and ")} only closed positions, since volatility ` +
        `had moved further than one report may`,
    },
  ];
}

function providersFacts({ providers }: Story): Fact[] {
  if (providers.length === 0) return [];
  const gainOf = (some: typeof providers): number =>
    sum(some.map(({ worth }) => worth)) / sum(some.map(({ held }) => held)) - 1;
  const gains = providers.filter(({ tookExit }) => !tookExit).map((provider) => gainOf([provider]));
  const exits = providers.filter(({ tookExit }) => tookExit).map((provider) => signedPercent(gainOf([provider])));
  const took =
    exits.length === 0 ? "" : `; ${exits.join(", ")} by the guaranteed exit, which is the gain of those who stayed`;
  return [
    {
      value: signedPercent(gainOf(providers)),
      label:
        `for the ${providers.length} providers together, beside holding the same tokens; one by one from ` +
        `${signedPercent(Math.min(...gains))} to ${signedPercent(Math.max(...gains))}${took}`,
    },
  ];
}

function signedPercent(fraction: number): string {
  return `${fraction >= 0 ? "+" : ""}${formatPercent(fraction, 2)}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
