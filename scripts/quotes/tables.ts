import { OptionKind } from "@bulkhead/sdk";

import type { Results } from "../report/Output.ts";
import type { Comparison } from "./compareQuotes.ts";
import { askPremium, GOALS, keyOf, meanParts, TENORS, within } from "./comparison.ts";
import { day, dollars, kindName, percent } from "./format.ts";
import { PARTS, UTILISATIONS, type Part } from "./priceChain.ts";

/** How tables call the parts of an ask. */
export const PART_NAMES: Readonly<Record<Part, string>> = {
  fair: "fair value",
  move: "risk",
  rent: "rent",
  spotDoubt: "doubt of spot",
  volDoubt: "doubt of volatility",
  notionalFee: "notional fee",
  lockFee: "lock fee",
  chargeFee: "charge fee",
  clamp: "clamps",
};

/** Each tier's figures beside what they should come to. */
export function goalsTable({ tiers, market }: Comparison): Results {
  const { askPremium: goals, spreadRatio } = GOALS;
  const rows = [
    ...UTILISATIONS.map((utilisation) => ({
      name: `ask at ${percent(utilisation, 0)} utilisation`,
      goal: goals[keyOf(utilisation)],
      show: (value: number) => percent(value),
      of: (tier: Comparison["tiers"][number]) => tier.medianAskPremium[keyOf(utilisation)],
    })),
    ...UTILISATIONS.map((utilisation) => ({
      name: `... of listed expiries, out of the money, at ${percent(utilisation, 0)}`,
      goal: NaN,
      show: (value: number) => percent(value),
      of: (tier: Comparison["tiers"][number]) => tier.medianAskPremiumOutOfTheMoney[keyOf(utilisation)],
    })),
    {
      name: "spread at the money",
      goal: spreadRatio,
      show: (value: number) => (Number.isFinite(value) ? `${value.toFixed(2)} times` : "-"),
      of: (tier: Comparison["tiers"][number]) => tier.atmSpreadRatio,
    },
  ];
  return {
    name: "goals",
    title: `${market.name}: our ask over the exchange's (median), our spread over its 5 to 40 days ahead (median)`,
    columns: ["figure", "goal", ...tiers.map(({ tier }) => tier)],
    rows: rows.map(({ name, goal, show, of }) => ({
      cells: [name, show(goal), ...tiers.map((tier) => show(of(tier)))],
      record: { figure: name, goal, ...Object.fromEntries(tiers.map((tier) => [tier.tier, of(tier)])) },
    })),
  };
}

/** The spread at the money of each expiry. */
export function spreadsTable({ tiers }: Comparison): Results {
  return {
    name: "spreads",
    title: "At the money, call and put together, dollars an option, at 10 % utilisation",
    columns: ["tier", "expiry", "days", "strike", "exchange's spread", "our spread", "ratio"],
    rows: tiers.flatMap(({ tier, atTheMoney }) =>
      atTheMoney.map((spread) => ({
        cells: [
          tier,
          day(spread.expiry),
          spread.days.toFixed(1),
          dollars(spread.strike),
          dollars(spread.exchange, 1),
          dollars(spread.ours, 1),
          spread.ratio.toFixed(2),
        ],
        record: { tier, ...spread },
      })),
    ),
  };
}

/** Tenor × delta × utilisation of one tier. */
export function groupsTable({ groups }: Comparison, tier: string): Results {
  const own = groups.filter((group) => group.tier === tier);
  const rows = own.filter(({ utilisation }) => utilisation === UTILISATIONS[0]);
  const at = (row: (typeof own)[number]) =>
    UTILISATIONS.map((utilisation) =>
      own.find((group) => group.tenor === row.tenor && group.delta === row.delta && group.utilisation === utilisation),
    );
  return {
    name: "groups",
    title: `${tier}: our ask over the exchange's ask, our bid over its bid, and both spreads over its mid (medians)`,
    columns: [
      "tenor",
      "delta",
      "options",
      ...UTILISATIONS.map((utilisation) => `ask at ${percent(utilisation, 0)}`),
      ...UTILISATIONS.map((utilisation) => `bid at ${percent(utilisation, 0)}`),
      "our spread",
      "its spread",
    ],
    rows: rows.map((row) => ({
      cells: [
        row.tenor,
        row.delta,
        row.options,
        ...at(row).map((group) => percent(group?.askPremium ?? NaN)),
        ...at(row).map((group) => percent(group?.bidPremium ?? NaN)),
        percent(row.spread),
        percent(row.exchangeSpread),
      ],
      record: { ...row },
    })),
  };
}

/** What asks are made of, by tenor and utilisation. */
export function partsTable({ quotes }: Comparison, tier: string): Results {
  const own = quotes.filter((quote) => quote.tier === tier);
  const rows = TENORS.flatMap((tenor) =>
    UTILISATIONS.flatMap((utilisation) => {
      const cell = own.filter((quote) => quote.utilisation === utilisation && within(tenor, quote.option.days));
      return cell.length === 0 ? [] : [{ tenor: tenor.name, utilisation, parts: meanParts(cell) }];
    }),
  );
  return {
    name: "parts",
    title: `${tier}: what an ask is made of, as shares of the exchange's ask (means; together our ask)`,
    columns: ["tenor", "used", ...PARTS.map((part) => PART_NAMES[part]), "together"],
    rows: rows.map(({ tenor, utilisation, parts }) => ({
      cells: [
        tenor,
        percent(utilisation, 0),
        ...PARTS.map((part) => percent(parts[part])),
        percent(PARTS.reduce((sum, part) => sum + parts[part], 0)),
      ],
      record: { tier, tenor, utilisation, ...parts },
    })),
  };
}

/** Every option of one tier. */
export function optionsTable({ quotes }: Comparison, tier: string): Results {
  const own = quotes.filter((quote) => quote.tier === tier);
  const first = own.filter(({ utilisation }) => utilisation === UTILISATIONS[0]);
  const same = ({ option }: (typeof own)[number]) =>
    UTILISATIONS.flatMap((utilisation) => {
      const found = own.find((quote) => quote.option === option && quote.utilisation === utilisation);
      return found === undefined ? [] : [found];
    });
  return {
    name: "options",
    title: `${tier}: every option, dollars an option`,
    columns: [
      "expiry",
      "strike",
      "kind",
      "delta",
      "its bid",
      "its ask",
      "fair",
      ...UTILISATIONS.flatMap((utilisation) => [`bid ${percent(utilisation, 0)}`, `ask ${percent(utilisation, 0)}`]),
      "ask over its",
    ],
    rows: first
      .toSorted(({ option: a }, { option: b }) => a.expiry - b.expiry || a.strike - b.strike || a.kind - b.kind)
      .map((quote) => {
        const { option, parts } = quote;
        return {
          cells: [
            day(option.expiry),
            dollars(option.strike),
            kindName(option.kind),
            option.delta.toFixed(2),
            option.bid === undefined ? "-" : dollars(option.bid, 1),
            dollars(option.ask, 1),
            dollars(parts.fair, 1),
            ...same(quote).flatMap(({ bid, ask }) => [dollars(bid, 1), dollars(ask, 1)]),
            percent(askPremium(quote)),
          ],
          record: { tier, isCall: option.kind === OptionKind.Call, ...option },
        };
      }),
  };
}
