import { fromTokenUnits } from "@bulkhead/sdk";
import { z } from "zod";

import type { Results } from "../../report/Output.ts";
import type { Reporters } from "../../markets/reporters.ts";
import type { FilledLeg, FilledOrder } from "../desk.ts";
import type { InvariantChecker } from "../InvariantChecker.ts";
import { GUARANTEED_EXIT } from "../providers.ts";
import { freezeWindow } from "../story/frozenFeed.ts";
import { crashWindow } from "../story/crash.ts";
import type { Demo } from "../Demo.ts";
import { wobbleWindow } from "../stablecoin.ts";
import type { Episode, LegStory, MarketStory, OrderStory, Story } from "./Story.ts";

/** The tables of the end, by their names. */
export interface EndTables {
  readonly orders: Results;
  readonly settlements: Results;
  readonly providers: Results;
  readonly refusals: Results;
  readonly invariants: Results;
}

const ProviderRecord = z.object({ worthUsdc: z.number(), heldUsdc: z.number(), exits: z.array(z.string()) });

/** Everything that the page shows, out of what was lived through. */
export function tellStory(
  demo: Demo,
  { seed, results, checker }: { seed: number; results: EndTables; checker: InvariantChecker },
): Story {
  const { calendar, desk, reporting, recorder, stage } = demo;
  return {
    weeks: calendar.weeks,
    seed,
    transactions: stage.transactions,
    blocks: stage.blocks,
    checks: Object.values(checker.passed).reduce((sum, held) => sum + held, 0),
    refusals: results.refusals.rows.length,
    markets: reporting.reporters.map((reporters) => marketOf(demo, reporters)),
    moments: recorder.moments,
    orders: desk.orders.map(orderOf),
    providers: results.providers.rows.map(({ record }) => {
      const { worthUsdc: worth, heldUsdc: held, exits } = ProviderRecord.parse(record);
      return { worth, held, tookExit: exits.includes(GUARANTEED_EXIT) };
    }),
    episodes: episodesOf(demo),
    exits: recorder.exits,
    tables: recorder.tables.concat(Object.values<Results>({ ...results })).map(({ name, title, columns, rows }) => ({
      name,
      title,
      columns: [...columns],
      rows: rows.map(({ cells }) => ({ cells: [...cells] })),
    })),
  };
}

function marketOf({ markets, recorder }: Demo, { venue, history }: Reporters): MarketStory {
  const market = markets.find((candidate) => candidate.venue === venue);
  return {
    name: venue.name,
    symbol: venue.symbol,
    coin: market?.terms.coin ?? venue.symbol,
    vaults: venue.vaults.map(({ address, kind, tier }) => ({ address, symbol: venue.symbol, kind, tier })),
    reports: history.map(({ at, spot, marketVolatility, chainVolatility, isFresh }) => ({
      at,
      spot,
      marketVolatility,
      chainVolatility,
      isFresh,
    })),
    surfaces: [...recorder.surfacesOf(venue)],
  };
}

function orderOf({ name, at, legs }: FilledOrder): OrderStory {
  return { name, at, legs: legs.map(legOf) };
}

function legOf({ venue, kind, expiry, strike, quantity, amount, bestSingle, parts }: FilledLeg): LegStory {
  const { decimals } = parts[0]?.vault.collateral ?? { decimals: 0 };
  return {
    symbol: venue.symbol,
    kind,
    expiry,
    strike,
    quantity,
    amount: fromTokenUnits(amount, decimals),
    ...(bestSingle === undefined ? {} : { bestSingle: fromTokenUnits(bestSingle, decimals) }),
    parts: parts.length,
  };
}

/** Those that the weeks had room for, and that began. */
function episodesOf(demo: Demo): Episode[] {
  const { calendar, stage } = demo;
  const crash = crashWindow(demo);
  const wobble = wobbleWindow(calendar);
  const episodes: Episode[] = [
    ...(crash === undefined ? [] : [{ name: "crash" as const, from: crash.from, to: crash.over }]),
    ...(wobble === undefined ? [] : [{ name: "wobble" as const, from: wobble.from, to: wobble.to }]),
    { name: "frozen feed" as const, ...freezeWindow(calendar) },
  ];
  return episodes.filter(({ from }) => from < stage.now);
}
