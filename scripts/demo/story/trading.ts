import { formatAmount, formatTime } from "../format.ts";
import { MINUTE, WEEK } from "../calendar.ts";
import { NotOnOffer, type MarketLeg } from "../desk.ts";
import { crashWeek } from "../market.ts";
import { describeLeg } from "../ordersTable.ts";
import type { Settled } from "../sendOrder.ts";
import type { Scene } from "../timeline.ts";
import { openMarkets } from "./openMarkets.ts";
import { pickerOf } from "./picker.ts";
import type { Demo } from "../Demo.ts";
import { crashedWeek, firstWeek, laterWeek, rolled, type Buyers, type PlannedOrder } from "./weeks.ts";

/** Orders come a quarter of an hour after the rounds of reports. */
const LATER = 15 * MINUTE;

/** What the buyers do, week by week. Tuesday and Wednesday of the crash's week are left to the crash. */
export function tradingScenes(demo: Demo): Scene[] {
  const { startsAt, weeks } = demo.calendar;
  const crash = crashWeek(weeks);
  const [ether, bitcoin] = demo.markets.map((market) => pickerOf(demo, market));
  if (ether === undefined || bitcoin === undefined) throw new Error("expected two markets to trade in");
  return Array.from({ length: weeks }, (_, index) => {
    const week = { demo, from: startsAt + index * WEEK, buyers: buyersOf(demo), ether, bitcoin };
    const orders = index === 0 ? firstWeek(week) : index === crash ? crashedWeek(week) : laterWeek(week);
    return [...orders, ...(index === 1 ? rolled(week) : [])];
  })
    .flat()
    .map((order) => sceneOf(demo, { ...order, at: order.at + LATER }));
}

function sceneOf(demo: Demo, { at, name, trader, legs, settledIn }: PlannedOrder): Scene {
  const { desk, output } = demo;
  return {
    at,
    play: async () => {
      await openMarkets(demo);
      const wanted = await legs().catch((error: unknown) => {
        if (!(error instanceof NotOnOffer)) throw error;
        output.story(`${formatTime(at)}  ${trader.name}, ${name}: goes home, ${error.message}`);
        return undefined;
      });
      if (wanted === undefined) return;
      const sales = await desk.worthSelling(
        wanted.filter(({ quantity }) => quantity < 0),
        trader,
      );
      const order = wanted.filter((leg) => leg.quantity > 0 || sales.includes(leg));
      if (order.length === 0) {
        output.story(`${formatTime(at)}  ${trader.name}, ${name}: not worth its fees now`);
        return;
      }
      const { settled } = await desk.trade({
        name,
        trader,
        legs: order,
        ...(settledIn === undefined ? {} : { settledIn }),
      });
      output.story(`${formatTime(at)}  ${trader.name}, ${name}:${listLegs(order)}${sayOf(settled)}`);
    },
  };
}

/** What all of an order came to in the token that it was settled in. */
function sayOf(settled: Settled | undefined): string {
  if (settled === undefined) return "";
  const { token, netPaid } = settled;
  const amount = formatAmount(netPaid < 0n ? -netPaid : netPaid, token);
  return `; ${netPaid < 0n ? "got" : "paid"} ${amount}, swaps in the same transaction`;
}

/** Legs on the line, or on lines of their own where they are more than two. */
function listLegs(legs: readonly MarketLeg[]): string {
  return legs.length > 2
    ? legs.map((leg) => `\n    ${describeLeg(leg, leg.venue.symbol)}`).join("")
    : ` ${legs.map((leg) => describeLeg(leg, leg.venue.symbol)).join("; ")}`;
}

function buyersOf({ accounts }: Demo): Buyers {
  const [first, second, third, fourth, fifth, sixth] = accounts.buyers;
  if (!first || !second || !third || !fourth || !fifth || !sixth)
    throw new Error("the accounts has fewer than six buyers");
  return [first, second, third, fourth, fifth, sixth];
}
