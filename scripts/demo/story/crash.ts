import { OptionKind, toSeriesId, toWad } from "@bulkhead/sdk";

import { DAY, HOUR, MINUTE } from "../calendar.ts";
import { formatNumber, formatPercent, formatTime } from "../format.ts";
import { MARKETS, scriptedEvents, type Market } from "../market.ts";
import type { Results } from "../../report/Output.ts";
import type { ReportOutcome } from "../../markets/reporters.ts";
import { every, type Scene } from "../timeline.ts";
import { openMarkets } from "./openMarkets.ts";
import type { Demo } from "../Demo.ts";

/** How often the reporters meet while the markets crash, and on the day after. */
const REPORT_EVERY = 40 * MINUTE;
const REPORT_EVERY_AFTER = 2 * HOUR;
/** How much of a held straddle is sold back while the vaults only close positions. */
const SOLD_WHILE_CLOSED = 5;

/** What came of each round of one market's reports, and whether that changed what its vaults do. */
interface Watch {
  readonly market: Market;
  readonly rounds: { readonly outcome: ReportOutcome; readonly effect: string }[];
  isOpen: boolean;
  closings: number;
  reopenings: number;
}

/** The crash was to close the vaults and its end to reopen them; it did not. */
export class CrashWithoutClosing extends Error {
  constructor({ market, closings, reopenings }: Watch) {
    super(
      `expected the crash to close the vaults of ${market.venue.name} and its end to reopen them, ` +
        `got ${closings} closings, ${reopenings} reopenings`,
    );
    this.name = "CrashWithoutClosing";
  }
}

/** The window in which the crash and what follows at once are watched closely; undefined where a run is too short for it. */
export function crashWindow({ calendar }: Demo): { from: number; over: number; to: number } | undefined {
  const crash = scriptedEvents(calendar, MARKETS.WETH.crash).find(({ name }) => name === "crash");
  if (crash === undefined) return undefined;
  const over = crash.start + crash.duration;
  return { from: crash.start, over, to: over + DAY };
}

/** Reports follow the crash; the vaults close, let holders sell, and reopen. Ends with a table a market of how it went. */
export function crashScenes(demo: Demo): Scene[] {
  const window = crashWindow(demo);
  if (window === undefined) return [];
  const watches = demo.markets.map((market): Watch => ({
    market,
    rounds: [],
    isOpen: true,
    closings: 0,
    reopenings: 0,
  }));
  const { from, over, to } = window;
  const meetings = [...every(REPORT_EVERY, { from, to: over }), ...every(REPORT_EVERY_AFTER, { from: over, to })];
  return [
    ...meetings.map((at) => ({ at: at + MINUTE, play: () => reportAndWatch(demo, watches) })),
    {
      at: to + HOUR,
      play: async () => {
        await openMarkets(demo);
        for (const watch of watches) conclude(demo, watch);
      },
    },
  ];
}

async function reportAndWatch(demo: Demo, watches: readonly Watch[]): Promise<void> {
  await demo.prices.publish();
  const outcomes = await demo.reporting.report();
  for (const [index, watch] of watches.entries()) {
    const isFirst = note(demo, { watch, outcome: outcomes[index] }) && !watch.isOpen && watch.closings === 1;
    if (isFirst && index === 0) await tradeWhileClosed(demo);
  }
}

/** Enters a round into the table. Whether it closed or reopened the vaults. */
function note({ output }: Demo, { watch, outcome }: { watch: Watch; outcome: ReportOutcome | undefined }): boolean {
  if (outcome === undefined) return false;
  const changed = outcome.isFresh !== watch.isOpen;
  watch.isOpen = outcome.isFresh;
  if (changed && outcome.isFresh) watch.reopenings += 1;
  if (changed && !outcome.isFresh) watch.closings += 1;
  const effect = !changed ? "" : outcome.isFresh ? "vaults reopen" : "vaults close";
  watch.rounds.push({ outcome, effect });
  if (changed && watch.closings === 1) {
    const { coin } = watch.market.terms;
    output.story(`${formatTime(outcome.at)}  ${coin} at ${formatNumber(outcome.spot)} USDC: ${effect}`);
  }
  return changed;
}

function conclude(demo: Demo, watch: Watch): void {
  const { reporting, output, stage } = demo;
  const { market } = watch;
  note(demo, { watch, outcome: reporting.reporters.find(({ venue }) => venue === market.venue)?.history.at(-1) });
  output.story(
    `${formatTime(stage.now)}  the crash is over; the vaults of ${market.venue.name} closed ${watch.closings} times and are ` +
      (watch.isOpen ? "open" : "shut"),
  );
  output.results(tableOf(watch));
  if (watch.closings === 0 || watch.reopenings === 0) throw new CrashWithoutClosing(watch);
}

/** While a report is pending nobody can open a position, but holders can still sell theirs back. */
async function tradeWhileClosed({
  world: { router },
  markets: [market],
  accounts,
  desk,
  refusals,
  stage,
}: Demo): Promise<void> {
  const { vaults } = market.venue;
  const held = desk.orders.findLast(({ name }) => name === "straddle");
  const [buyer] = accounts.buyers;
  if (held === undefined || buyer === undefined) return;
  const [leg] = held.legs;
  if (leg === undefined) return;
  const vault = vaults.find(({ kind }) => kind === OptionKind.Put);
  if (vault === undefined) return;
  const strike = await desk.listedNear(market.now().spot, { vault, expiry: leg.expiry });
  await refusals.assertRefused({
    what: "buy while a report is pending",
    by: buyer,
    transaction: await router.execute.populateTransaction(
      [
        {
          vault: vault.address,
          id: toSeriesId(BigInt(leg.expiry), toWad(strike)),
          quantity: toWad(1),
          limit: toWad(1),
        },
      ],
      [],
      buyer.address,
      stage.now + HOUR,
    ),
    expected: "SurfaceForbids",
  });
  await desk.trade({
    name: "sold while shut",
    trader: held.trader,
    legs: held.legs
      .filter(({ kind }) => kind === OptionKind.Put)
      .map(({ venue, kind, expiry, strike: heldStrike }) => ({
        venue,
        kind,
        expiry,
        strike: heldStrike,
        quantity: -SOLD_WHILE_CLOSED,
      })),
  });
}

/** One round in so many; a pending one stands for those whose move was more than is allowed at once. */
function tableOf({ market, rounds }: Watch): Results {
  const telling = rounds.filter((_, index) => index % ROWS_EVERY === 0);
  return {
    name: "crash",
    title:
      `The crash in ${market.venue.name}, every ${ROWS_EVERY}rd report: spot, at-the-money volatility of the nearest expiry, which share of the market's move was\n` +
      "signed, whether it took effect or is pending (vaults closed), and how uncertain the chain then takes volatility to be",
    columns: ["time", "spot", "IV market", "IV chain", "signed", "report", "confidence", "effect"],
    rows: telling.map(({ outcome, effect }) => ({
      cells: [
        formatTime(outcome.at),
        formatNumber(outcome.spot),
        formatPercent(outcome.marketVolatility),
        formatPercent(outcome.chainVolatility),
        formatPercent(outcome.signedShare, 0),
        outcome.isAccepted ? "accepted" : "pending",
        formatPercent(outcome.confidence),
        effect,
      ],
      record: { market: market.venue.name, ...outcome, effect },
    })),
  };
}

/** Of the rounds one in so many is shown. */
const ROWS_EVERY = 3;
