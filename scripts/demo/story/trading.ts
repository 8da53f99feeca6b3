import { ladder, OptionKind, straddle, strangle, type StrategyLeg, type TokenInfo } from "@bulkhead/sdk";

import type { Person } from "../cast.ts";
import { DAY, HOUR, MINUTE, WEEK } from "../calendar.ts";
import { NotOnOffer, type MarketLeg } from "../desk.ts";
import { formatAmount, formatTime } from "../format.ts";
import { crashWeek, type Market } from "../market.ts";
import { describeLeg } from "../ordersTable.ts";
import type { Settled } from "../sendOrder.ts";
import type { Scene } from "../timeline.ts";
import { openMarkets } from "./openMarkets.ts";
import type { Troupe } from "./Troupe.ts";

const { Call, Put } = OptionKind;

/** What buyers do comes a quarter of an hour after the rounds of reports, every six hours: "the third, at noon" is 3 · DAY + SECOND. */
const LATER = 15 * MINUTE;
const [SECOND, THIRD, FOURTH] = [6 * HOUR, 12 * HOUR, 18 * HOUR];

/** An order as a scene: when, what it is called, who wants it, and of which legs it consists then. */
interface PlannedOrder {
  readonly at: number;
  readonly name: string;
  readonly trader: Person;
  readonly legs: () => Promise<readonly MarketLeg[]>;
  /** The one token that all of it is paid in. */
  readonly settledIn?: TokenInfo;
}

/** A week of orders: when it begins, who trades, what is picked in ether's and in bitcoin's market. */
interface Week {
  readonly troupe: Troupe;
  readonly from: number;
  readonly buyers: Buyers;
  readonly ether: Picker;
  readonly bitcoin: Picker;
}

/** What the buyers do, week by week. Tuesday and Wednesday of the crash's week are left to the crash. */
export function tradingScenes(troupe: Troupe): Scene[] {
  const { startsAt, weeks } = troupe.calendar;
  const crash = crashWeek(weeks);
  const [ether, bitcoin] = troupe.markets.map((market) => pickerOf(troupe, market));
  if (ether === undefined || bitcoin === undefined) throw new Error("expected two markets to trade in");
  return Array.from({ length: weeks }, (_, index) => {
    const week = { troupe, from: startsAt + index * WEEK, buyers: buyersOf(troupe), ether, bitcoin };
    const orders = index === 0 ? firstWeek(week) : index === crash ? crashedWeek(week) : laterWeek(week);
    return [...orders, ...(index === 1 ? rolled(week) : [])];
  })
    .flat()
    .map((order) => sceneOf(troupe, { ...order, at: order.at + LATER }));
}

/** Singles, straddles, strangles, a ladder over two expiries, part of the straddles sold back, an order over both markets. */
function firstWeek({ troupe, from, buyers, ether, bitcoin }: Week): PlannedOrder[] {
  const [ines, jakob, kira, leo, nora, otto] = buyers;
  const [near, next, far] = fridaysAfter(from);
  return [
    {
      at: from + SECOND,
      name: "single call",
      trader: ines,
      legs: () => ether.single(Call, { expiry: near, moneyness: 1.02, quantity: 25 }),
    },
    {
      at: from + THIRD,
      name: "bitcoin call",
      trader: leo,
      legs: () => bitcoin.single(Call, { expiry: near, moneyness: 1.02, quantity: 0.6 }),
    },
    {
      at: from + DAY,
      name: "single put",
      trader: jakob,
      legs: () => ether.single(Put, { expiry: near, moneyness: 0.97, quantity: 40 }),
    },
    {
      at: from + DAY + SECOND,
      name: "bitcoin put",
      trader: nora,
      legs: () => bitcoin.single(Put, { expiry: near, moneyness: 0.97, quantity: 0.8 }),
    },
    { at: from + 2 * DAY, name: "straddle", trader: kira, legs: () => ether.straddle(next, 15) },
    {
      at: from + 2 * DAY + SECOND,
      name: "bitcoin straddle",
      trader: otto,
      legs: () => bitcoin.straddle(next, 0.4),
    },
    {
      at: from + 3 * DAY,
      name: "strangle",
      trader: leo,
      legs: () => ether.strangle(next, { width: 0.07, quantity: 20 }),
    },
    {
      at: from + 3 * DAY + SECOND,
      name: "bitcoin strangle",
      trader: jakob,
      legs: () => bitcoin.strangle(next, { width: 0.06, quantity: 0.5 }),
    },
    {
      at: from + 4 * DAY,
      name: "ladder",
      trader: ines,
      legs: async () => [
        ...(await ether.calls(next, { moneyness: [1.04, 1.1], quantity: 8 })),
        ...(await ether.calls(far, { moneyness: [1.04, 1.1], quantity: 8 })),
      ],
    },
    {
      at: from + 4 * DAY + SECOND,
      name: "ether call, bitcoin put",
      trader: nora,
      legs: async () => [
        ...(await ether.single(Call, { expiry: next, moneyness: 1.05, quantity: 10 })),
        ...(await bitcoin.single(Put, { expiry: next, moneyness: 0.95, quantity: 0.3 })),
      ],
    },
    {
      at: from + 5 * DAY,
      name: "straddle, part",
      trader: kira,
      legs: async () => reversed(troupe, { name: "straddle", trader: kira, share: 1 / 3 }),
    },
    {
      at: from + 5 * DAY + SECOND,
      name: "bitcoin straddle, part",
      trader: otto,
      legs: async () => reversed(troupe, { name: "bitcoin straddle", trader: otto, share: 1 / 4 }),
    },
    {
      at: from + 4 * DAY + FOURTH,
      name: "straddle in USDC",
      trader: jakob,
      legs: () => ether.straddle(next, 6),
      settledIn: usdcOf(troupe),
    },
    {
      at: from + 5 * DAY + THIRD,
      name: "sold for WETH",
      trader: jakob,
      legs: async () => reversed(troupe, { name: "straddle in USDC", trader: jakob, share: 1 }),
      settledIn: troupe.markets[0].venue.client.market.underlying,
    },
  ];
}

function usdcOf({ markets: [market] }: Troupe): TokenInfo {
  return market.venue.client.market.quote;
}

/** The strangle of the first week is rolled into a later expiry. */
function rolled({ troupe, from, buyers, ether }: Week): PlannedOrder[] {
  const [, , , leo] = buyers;
  const [, next] = fridaysAfter(from);
  return [
    {
      at: from + 3 * DAY + THIRD,
      name: "roll",
      trader: leo,
      legs: async () => [
        ...reversed(troupe, { name: "strangle", trader: leo, share: 1 }),
        ...(await ether.strangle(next, { width: 0.1, quantity: 15 })),
      ],
    },
  ];
}

/** Until Monday as in any week; once the vaults have reopened after the crash, some buy again. */
function crashedWeek(week: Week): PlannedOrder[] {
  const { from, buyers, ether, bitcoin } = week;
  const [ines, jakob, , leo, , otto] = buyers;
  const [, next] = fridaysAfter(from);
  const after = from + 6 * DAY;
  return [
    ...firstHalf(week),
    {
      at: after + SECOND,
      name: "put after crash",
      trader: jakob,
      legs: () => ether.single(Put, { expiry: next, moneyness: 0.95, quantity: 20 }),
    },
    {
      at: after + THIRD,
      name: "bitcoin put after crash",
      trader: leo,
      legs: () => bitcoin.single(Put, { expiry: next, moneyness: 0.95, quantity: 0.4 }),
    },
    {
      at: after + THIRD + HOUR,
      name: "calls on both",
      trader: ines,
      legs: async () => [
        ...(await ether.single(Call, { expiry: next, moneyness: 1.08, quantity: 8 })),
        ...(await bitcoin.single(Call, { expiry: next, moneyness: 1.08, quantity: 0.2 })),
      ],
    },
    {
      at: after + FOURTH,
      name: "bitcoin call",
      trader: otto,
      legs: () => bitcoin.single(Call, { expiry: next, moneyness: 1.05, quantity: 0.3 }),
    },
  ];
}

/** Some of everything, smaller. */
function laterWeek(week: Week): PlannedOrder[] {
  const { troupe, from, buyers, ether, bitcoin } = week;
  const [ines, , kira, leo, nora, otto] = buyers;
  const [, next] = fridaysAfter(from);
  return [
    ...firstHalf(week),
    {
      at: from + 4 * DAY,
      name: "straddle sold",
      trader: kira,
      legs: async () => reversed(troupe, { name: "straddle", trader: kira, share: 1, since: from }),
    },
    {
      at: from + 4 * DAY + SECOND,
      name: "bitcoin straddle, half",
      trader: nora,
      legs: async () => reversed(troupe, { name: "bitcoin straddle", trader: nora, share: 1 / 2, since: from }),
    },
    {
      at: from + 5 * DAY,
      name: "bitcoin ladder",
      trader: ines,
      legs: () => bitcoin.calls(next, { moneyness: [1.03, 1.07], quantity: 0.15 }),
    },
    {
      at: from + 5 * DAY + SECOND,
      name: "puts on both",
      trader: otto,
      legs: async () => [
        ...(await ether.single(Put, { expiry: next, moneyness: 0.94, quantity: 8 })),
        ...(await bitcoin.single(Put, { expiry: next, moneyness: 0.94, quantity: 0.2 })),
      ],
    },
    {
      at: from + 5 * DAY + THIRD,
      name: "calls on both, in USDC",
      trader: nora,
      legs: async () => [
        ...(await ether.single(Call, { expiry: next, moneyness: 1.05, quantity: 5 })),
        ...(await bitcoin.single(Call, { expiry: next, moneyness: 1.05, quantity: 0.12 })),
      ],
      settledIn: usdcOf(troupe),
    },
    {
      at: from + 5 * DAY + FOURTH,
      name: "single put",
      trader: leo,
      legs: () => ether.single(Put, { expiry: next, moneyness: 0.96, quantity: 10 }),
    },
  ];
}

/** From Friday to Monday. */
function firstHalf({ from, buyers, ether, bitcoin }: Week): PlannedOrder[] {
  const [ines, jakob, kira, leo, nora, otto] = buyers;
  const [near, next] = fridaysAfter(from);
  return [
    {
      at: from + SECOND,
      name: "single call",
      trader: ines,
      legs: () => ether.single(Call, { expiry: near, moneyness: 1.05, quantity: 12 }),
    },
    {
      at: from + THIRD,
      name: "bitcoin call",
      trader: jakob,
      legs: () => bitcoin.single(Call, { expiry: near, moneyness: 1.04, quantity: 0.3 }),
    },
    {
      at: from + DAY + SECOND,
      name: "bitcoin put",
      trader: leo,
      legs: () => bitcoin.single(Put, { expiry: next, moneyness: 0.95, quantity: 0.35 }),
    },
    { at: from + 2 * DAY, name: "straddle", trader: kira, legs: () => ether.straddle(next, 10) },
    { at: from + 2 * DAY + SECOND, name: "bitcoin straddle", trader: nora, legs: () => bitcoin.straddle(next, 0.2) },
    {
      at: from + 3 * DAY,
      name: "strangle",
      trader: jakob,
      legs: () => ether.strangle(next, { width: 0.1, quantity: 10 }),
    },
    {
      at: from + 3 * DAY + SECOND,
      name: "bitcoin strangle",
      trader: otto,
      legs: () => bitcoin.strangle(next, { width: 0.08, quantity: 0.2 }),
    },
    {
      at: from + 3 * DAY + THIRD,
      name: "ether call, bitcoin put",
      trader: ines,
      legs: async () => [
        ...(await ether.single(Call, { expiry: next, moneyness: 1.06, quantity: 6 })),
        ...(await bitcoin.single(Put, { expiry: next, moneyness: 0.95, quantity: 0.15 })),
      ],
    },
  ];
}

function sceneOf(troupe: Troupe, { at, name, trader, legs, settledIn }: PlannedOrder): Scene {
  const { desk, output } = troupe;
  return {
    at,
    play: async () => {
      await openMarkets(troupe);
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
    ? legs.map((leg) => `\n    ${describeLeg(leg)}`).join("")
    : ` ${legs.map(describeLeg).join("; ")}`;
}

/** The latest order of that name since a time, turned round. */
function reversed(
  { desk }: Troupe,
  { name, trader, share, since = 0 }: { name: string; trader: Person; share: number; since?: number },
): readonly MarketLeg[] {
  const order = desk.orders.findLast((found) => found.name === name && found.trader === trader && found.at >= since);
  if (order === undefined) throw new NotOnOffer(`has no ${name} to sell`);
  return order.legs.map(({ venue, kind, expiry, strike, quantity }) => ({
    venue,
    kind,
    expiry,
    strike,
    quantity: -quantity * share,
  }));
}

type Picker = ReturnType<typeof pickerOf>;

/** Strategies of the SDK in one market, on strikes that are listed, chosen by their ratio to spot. */
function pickerOf({ desk }: Troupe, market: Market) {
  const { venue } = market;
  const near = (moneyness: number, expiry: number, ...kinds: [OptionKind, ...OptionKind[]]): Promise<number> =>
    desk.writableNear(market.now().spot * moneyness, { venue, kinds, expiry });
  const here = (legs: readonly StrategyLeg[]): MarketLeg[] => legs.map((leg) => ({ ...leg, venue }));
  return {
    single: async (
      kind: OptionKind,
      { expiry, moneyness, quantity }: { expiry: number; moneyness: number; quantity: number },
    ) => here([{ kind, expiry, strike: await near(moneyness, expiry, kind), quantity }]),
    calls: async (expiry: number, { moneyness, quantity }: { moneyness: readonly number[]; quantity: number }) => {
      const strikes = new Set<number>();
      for (const ratio of moneyness) strikes.add(await near(ratio, expiry, Call));
      return here(ladder({ kind: Call, expiries: [expiry], strikes: [...strikes], quantity }));
    },
    straddle: async (expiry: number, quantity: number) =>
      here(straddle({ expiry, strike: await near(1, expiry, Call, Put), quantity })),
    strangle: async (expiry: number, { width, quantity }: { width: number; quantity: number }) =>
      here(
        strangle({
          expiry,
          putStrike: await near(1 - width, expiry, Put),
          callStrike: await near(1 + width, expiry, Call),
          quantity,
        }),
      ),
  };
}

/** The three Fridays after a week's beginning. */
function fridaysAfter(from: number): [number, number, number] {
  return [from - HOUR + WEEK, from - HOUR + 2 * WEEK, from - HOUR + 3 * WEEK];
}

type Buyers = readonly [Person, Person, Person, Person, Person, Person];

function buyersOf({ cast }: Troupe): Buyers {
  const [first, second, third, fourth, fifth, sixth] = cast.buyers;
  if (!first || !second || !third || !fourth || !fifth || !sixth) throw new Error("the cast has fewer than six buyers");
  return [first, second, third, fourth, fifth, sixth];
}
