import { OptionKind, type TokenInfo } from "@bulkhead/sdk";

import type { Account } from "../../markets/Account.ts";
import { DAY, HOUR, WEEK } from "../calendar.ts";
import { NotOnOffer, type MarketLeg } from "../desk.ts";
import type { Picker } from "./picker.ts";
import type { Demo } from "../Demo.ts";

const { Call, Put } = OptionKind;

/** The rounds of a day's reports, six hours apart, the first at its beginning; orders come after them. */
const [SECOND, THIRD, FOURTH] = [6 * HOUR, 12 * HOUR, 18 * HOUR];

/** An order as a scene: when, what it is called, who wants it, and of which legs it consists then. */
export interface PlannedOrder {
  readonly at: number;
  readonly name: string;
  readonly trader: Account;
  readonly legs: () => Promise<readonly MarketLeg[]>;
  /** The one token that all of it is paid in. */
  readonly settledIn?: TokenInfo;
}

/** A week of orders: when it begins, who trades, what is picked in ether's and in bitcoin's market. */
export interface Week {
  readonly demo: Demo;
  readonly from: number;
  readonly buyers: Buyers;
  readonly ether: Picker;
  readonly bitcoin: Picker;
}

/** Singles, straddles, strangles, a ladder over two expiries, part of the straddles sold back, an order over both markets. */
export function firstWeek({ demo, from, buyers, ether, bitcoin }: Week): PlannedOrder[] {
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
      legs: async () => reversed(demo, { name: "straddle", trader: kira, share: 1 / 3 }),
    },
    {
      at: from + 5 * DAY + SECOND,
      name: "bitcoin straddle, part",
      trader: otto,
      legs: async () => reversed(demo, { name: "bitcoin straddle", trader: otto, share: 1 / 4 }),
    },
    {
      at: from + 4 * DAY + FOURTH,
      name: "straddle in USDC",
      trader: jakob,
      legs: () => ether.straddle(next, 6),
      settledIn: usdcOf(demo),
    },
    {
      at: from + 5 * DAY + THIRD,
      name: "sold for WETH",
      trader: jakob,
      legs: async () => reversed(demo, { name: "straddle in USDC", trader: jakob, share: 1 }),
      settledIn: demo.markets[0].venue.market.underlying,
    },
  ];
}

function usdcOf({ markets: [market] }: Demo): TokenInfo {
  return market.venue.market.quote;
}

/** The strangle of the first week is rolled into a later expiry. */
export function rolled({ demo, from, buyers, ether }: Week): PlannedOrder[] {
  const [, , , leo] = buyers;
  const [, next] = fridaysAfter(from);
  return [
    {
      at: from + 3 * DAY + THIRD,
      name: "roll",
      trader: leo,
      legs: async () => [
        ...reversed(demo, { name: "strangle", trader: leo, share: 1 }),
        ...(await ether.strangle(next, { width: 0.1, quantity: 15 })),
      ],
    },
  ];
}

/** Until Monday as in any week; once the vaults have reopened after the crash, some buy again. */
export function crashedWeek(week: Week): PlannedOrder[] {
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
export function laterWeek(week: Week): PlannedOrder[] {
  const { demo, from, buyers, ether, bitcoin } = week;
  const [ines, , kira, leo, nora, otto] = buyers;
  const [, next] = fridaysAfter(from);
  return [
    ...firstHalf(week),
    {
      at: from + 4 * DAY,
      name: "straddle sold",
      trader: kira,
      legs: async () => reversed(demo, { name: "straddle", trader: kira, share: 1, since: from }),
    },
    {
      at: from + 4 * DAY + SECOND,
      name: "bitcoin straddle, half",
      trader: nora,
      legs: async () => reversed(demo, { name: "bitcoin straddle", trader: nora, share: 1 / 2, since: from }),
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
      settledIn: usdcOf(demo),
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

/** The latest order of that name since a time, turned round. */
function reversed(
  { desk }: Demo,
  { name, trader, share, since = 0 }: { name: string; trader: Account; share: number; since?: number },
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

/** The three Fridays after a week's beginning. */
function fridaysAfter(from: number): [number, number, number] {
  return [from - HOUR + WEEK, from - HOUR + 2 * WEEK, from - HOUR + 3 * WEEK];
}

/** The buyers, of whom each has ways of their own. */
export type Buyers = readonly [Account, Account, Account, Account, Account, Account];
