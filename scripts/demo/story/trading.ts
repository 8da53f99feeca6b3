import { ladder, OptionKind, straddle, strangle, type StrategyLeg } from "@bulkhead/sdk";

import type { Person } from "../cast.ts";
import { DAY, HOUR, WEEK } from "../calendar.ts";
import { NotOnOffer } from "../desk.ts";
import { formatTime } from "../format.ts";
import { describeLeg } from "../ordersTable.ts";
import type { Scene } from "../timeline.ts";
import type { Troupe } from "./Troupe.ts";

const { Call, Put } = OptionKind;

/** An order as a scene: when, what it is called, who wants it, and of which legs it consists then. */
interface PlannedOrder {
  readonly at: number;
  readonly name: string;
  readonly trader: Person;
  readonly legs: () => Promise<readonly StrategyLeg[]>;
}

/** What the buyers do, week by week. Tuesday and Wednesday of the second week are left to the crash. */
export function tradingScenes(troupe: Troupe): Scene[] {
  const { startsAt, weeks } = troupe.calendar;
  const plans = [firstWeek, secondWeek, ...Array<typeof laterWeek>(Math.max(0, weeks - 2)).fill(laterWeek)];
  return plans
    .slice(0, weeks)
    .flatMap((plan, week) => plan(troupe, startsAt + week * WEEK))
    .map((order) => sceneOf(troupe, order));
}

/** A single call, a single put, a straddle, a strangle, a ladder over two expiries, and part of the straddle sold back. */
function firstWeek(troupe: Troupe, from: number): PlannedOrder[] {
  const [ines, jakob, kira, leo] = buyersOf(troupe);
  const [near, next, far] = fridaysAfter(from);
  const pick = strikePicker(troupe);
  return [
    {
      at: from + 5 * HOUR,
      name: "single call",
      trader: ines,
      legs: () => pick.call(near, { moneyness: 1.02, quantity: 25 }),
    },
    {
      at: from + DAY,
      name: "single put",
      trader: jakob,
      legs: () => pick.put(near, { moneyness: 0.97, quantity: 40 }),
    },
    { at: from + 2 * DAY, name: "straddle", trader: kira, legs: () => pick.straddle(next, 15) },
    {
      at: from + 3 * DAY,
      name: "strangle",
      trader: leo,
      legs: () => pick.strangle(next, { width: 0.07, quantity: 20 }),
    },
    {
      at: from + 4 * DAY,
      name: "ladder",
      trader: ines,
      legs: async () => [
        ...(await pick.calls(next, { moneyness: [1.04, 1.1], quantity: 8 })),
        ...(await pick.calls(far, { moneyness: [1.04, 1.1], quantity: 8 })),
      ],
    },
    {
      at: from + 5 * DAY,
      name: "straddle, part",
      trader: kira,
      legs: async () => reversed(troupe, { name: "straddle", trader: kira, share: 1 / 3 }),
    },
  ];
}

/** The strangle is rolled into a later expiry; once the vaults have reopened after the crash, somebody buys again. */
function secondWeek(troupe: Troupe, from: number): PlannedOrder[] {
  const [, jakob, , leo] = buyersOf(troupe);
  const [, next] = fridaysAfter(from);
  const pick = strikePicker(troupe);
  return [
    {
      at: from + 3 * DAY,
      name: "roll",
      trader: leo,
      legs: async () => [
        ...reversed(troupe, { name: "strangle", trader: leo, share: 1 }),
        ...(await pick.strangle(next, { width: 0.1, quantity: 15 })),
      ],
    },
    {
      at: from + 6 * DAY + 12 * HOUR,
      name: "put after crash",
      trader: jakob,
      legs: () => pick.put(next, { moneyness: 0.95, quantity: 20 }),
    },
  ];
}

/** Some of everything, smaller. */
function laterWeek(troupe: Troupe, from: number): PlannedOrder[] {
  const [ines, jakob, kira] = buyersOf(troupe);
  const [near, next] = fridaysAfter(from);
  const pick = strikePicker(troupe);
  return [
    {
      at: from + 6 * HOUR,
      name: "single call",
      trader: ines,
      legs: () => pick.call(near, { moneyness: 1.05, quantity: 12 }),
    },
    { at: from + 2 * DAY, name: "straddle", trader: kira, legs: () => pick.straddle(next, 10) },
    {
      at: from + 3 * DAY,
      name: "strangle",
      trader: jakob,
      legs: () => pick.strangle(next, { width: 0.1, quantity: 10 }),
    },
    {
      at: from + 4 * DAY,
      name: "straddle sold",
      trader: kira,
      legs: async () => reversed(troupe, { name: "straddle", trader: kira, share: 1, since: from }),
    },
  ];
}

function sceneOf({ desk, output, reporters }: Troupe, { at, name, trader, legs }: PlannedOrder): Scene {
  return {
    at,
    play: async () => {
      // Buyers wait for an open market: a report that is pending is confirmed, or walked to, within minutes.
      if (!(await reporters.isFresh())) await reporters.reportUntilFresh();
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
      await desk.trade({ name, trader, legs: order });
      output.story(`${formatTime(at)}  ${trader.name}, ${name}:${listLegs(order)}`);
    },
  };
}

/** Legs on the line, or on lines of their own where they are more than two. */
function listLegs(legs: readonly StrategyLeg[]): string {
  return legs.length > 2
    ? legs.map((leg) => `\n    ${describeLeg(leg)}`).join("")
    : ` ${legs.map(describeLeg).join("; ")}`;
}

/** The latest order of that name since a time, turned round. */
function reversed(
  { desk }: Troupe,
  { name, trader, share, since = 0 }: { name: string; trader: Person; share: number; since?: number },
): readonly StrategyLeg[] {
  const order = desk.orders.findLast((found) => found.name === name && found.trader === trader && found.at >= since);
  if (order === undefined) throw new NotOnOffer(`has no ${name} to sell`);
  return order.legs.map(({ kind, expiry, strike, quantity }) => ({
    kind,
    expiry,
    strike,
    quantity: -quantity * share,
  }));
}

/** Strategies of the SDK on strikes that are listed, chosen by their ratio to spot. */
function strikePicker({ desk, market }: Troupe) {
  const near = (moneyness: number, expiry: number, ...kinds: [OptionKind, ...OptionKind[]]): Promise<number> =>
    desk.writableNear(market.now().spot * moneyness, { kinds, expiry });
  const single = async (
    kind: OptionKind,
    { expiry, moneyness, quantity }: { expiry: number; moneyness: number; quantity: number },
  ): Promise<StrategyLeg[]> => [{ kind, expiry, strike: await near(moneyness, expiry, kind), quantity }];
  return {
    call: (expiry: number, terms: { moneyness: number; quantity: number }) => single(Call, { expiry, ...terms }),
    put: (expiry: number, terms: { moneyness: number; quantity: number }) => single(Put, { expiry, ...terms }),
    calls: async (expiry: number, { moneyness, quantity }: { moneyness: readonly number[]; quantity: number }) => {
      const strikes = new Set<number>();
      for (const ratio of moneyness) strikes.add(await near(ratio, expiry, Call));
      return ladder({ kind: Call, expiries: [expiry], strikes: [...strikes], quantity });
    },
    straddle: async (expiry: number, quantity: number) =>
      straddle({ expiry, strike: await near(1, expiry, Call, Put), quantity }),
    strangle: async (expiry: number, { width, quantity }: { width: number; quantity: number }) =>
      strangle({
        expiry,
        putStrike: await near(1 - width, expiry, Put),
        callStrike: await near(1 + width, expiry, Call),
        quantity,
      }),
  };
}

/** The three Fridays after a week's beginning. */
function fridaysAfter(from: number): [number, number, number] {
  return [from - HOUR + WEEK, from - HOUR + 2 * WEEK, from - HOUR + 3 * WEEK];
}

function buyersOf({ cast }: Troupe): [Person, Person, Person, Person] {
  const [first, second, third, fourth] = cast.buyers;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) {
    throw new Error("the cast has fewer than four buyers");
  }
  return [first, second, third, fourth];
}
