import { expect } from "chai";

import {
  askPremium,
  atTheMoney,
  betterTier,
  groupsOf,
  meanParts,
  medianAskPremium,
} from "../../../scripts/quotes/comparison.ts";
import { isOnCalendar } from "../../../scripts/quotes/isOnCalendar.ts";
import { mean, median } from "../../../scripts/quotes/median.ts";
import { PARTS, type ListedOption, type Part, type PricedOption } from "../../../scripts/quotes/priceChain.ts";
import { OptionKind } from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const DAY = 86_400;

const option = (change: Partial<ListedOption> = {}): ListedOption => ({
  kind: OptionKind.Call,
  expiry: 10 * DAY,
  strike: 100,
  days: 10,
  delta: 0.5,
  logMoneyness: 0,
  bid: 9,
  ask: 10,
  isSold: true,
  ...change,
});

const NO_PARTS = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;

const quote = (change: Partial<PricedOption> = {}): PricedOption => ({
  option: option(),
  tier: "tight",
  utilisation: 0.1,
  ask: 11,
  bid: 8,
  parts: { ...NO_PARTS, fair: 9.5, rent: 1.5 },
  ...change,
});

describe("quotes: medians", () => {
  it("takes the middle, and of an even number the mean of the two in the middle", () => {
    expect(median([5, 1, 3])).to.equal(3);
    expect(median([4, 1, 3, 2])).to.equal(2.5);
    expect(median([10, 9])).to.equal(9.5);
    expect(median([])).to.be.NaN;
    expect(mean([1, 2, 6])).to.equal(3);
  });

  it("leaves what it is given in its order", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).to.deep.equal([3, 1, 2]);
  });
});

describe("quotes: comparison", () => {
  it("says how much our ask is over the exchange's", () => {
    expectClose(askPremium(quote()), 0.1, 1e-12);
    expectClose(askPremium(quote({ ask: 9 })), -0.1, 1e-12);
  });

  it("takes medians utilisation by utilisation, and NaN where nothing was asked", () => {
    const quotes = [11, 12, 18].map((ask) => quote({ ask }));
    const full = [quote({ utilisation: 0.8, ask: 15 })];
    const { u10, u50, u80 } = medianAskPremium([...quotes, ...full]);
    expectClose(u10, 0.2, 1e-12);
    expect(u50).to.be.NaN;
    expectClose(u80, 0.5, 1e-12);
  });

  it("calls that tier the better one whose asks are lower over all utilisations", () => {
    const tier = (name: string, asks: readonly number[]): PricedOption[] =>
      ([0.1, 0.5, 0.8] as const).map((utilisation, i) => quote({ tier: name, utilisation, ask: asks[i] ?? 0 }));
    expect(betterTier([...tier("a", [10, 12, 20]), ...tier("b", [11, 12, 13])])).to.equal("b");
    expect(betterTier([...tier("a", [10, 12, 13]), ...tier("b", [11, 12, 13])])).to.equal("a");
  });

  describe("at the money", () => {
    const pair = (strike: number, change: Partial<ListedOption> = {}) =>
      [OptionKind.Call, OptionKind.Put].map((kind) =>
        quote({ option: option({ kind, strike, logMoneyness: Math.log(strike / 100), ...change }) }),
      );

    it("adds up call and put on the strike next to the forward that has both sides of both", () => {
      const [call] = pair(100);
      const oneSided = [call!, quote({ option: withoutBid(option({ kind: OptionKind.Put })) })];
      const spreads = atTheMoney([...pair(110), ...oneSided, ...pair(95), ...pair(120)]);
      expect(spreads).to.have.lengthOf(1);
      expect(spreads[0]).to.deep.equal({ expiry: 10 * DAY, days: 10, strike: 95, exchange: 2, ours: 6, ratio: 3 });
    });

    it("counts expiries of 5 to 40 whole days at 10 % utilisation", () => {
      const at = (days: number) => pair(100, { days, expiry: days * DAY });
      const spreads = atTheMoney([4.9, 5, 40.9, 41].flatMap(at));
      expect(spreads.map(({ days }) => days)).to.deep.equal([5, 40.9]);
      expect(atTheMoney(at(10).map((one) => ({ ...one, utilisation: 0.5 as const })))).to.deep.equal([]);
    });

    it("leaves out an expiry that quotes nothing to compare with", () => {
      expect(atTheMoney(pair(100, { bid: 10 }))).to.deep.equal([]);
      expect(atTheMoney(pair(100).slice(0, 1))).to.deep.equal([]);
    });
  });

  it("groups by tenor, delta, utilisation and tier, each quote once, at both ends of each range", () => {
    const tenors = [0.3, 1.99, 2, 6.99, 7, 29.99, 30, 89];
    const deltas = [0.05, 0.149, 0.15, 0.349, 0.35, 0.649, 0.65, 0.9];
    const quotes = tenors.flatMap((days) =>
      deltas.flatMap((delta) => [
        quote({ option: option({ days, delta }) }),
        quote({ option: option({ days, delta }), tier: "wide" }),
        quote({ option: option({ days, delta }), utilisation: 0.8 }),
      ]),
    );
    const groups = groupsOf(quotes);
    expect(groups).to.have.lengthOf(4 * 4 * 3);
    for (const { options } of groups) expect(options).to.equal(4);
    expect(groups.filter(({ tier, utilisation }) => tier === "wide" && utilisation !== 0.1)).to.deep.equal([]);
  });

  it("says of a group what its median quotes are, by two-sided quotes where a bid is needed", () => {
    const [group] = groupsOf([
      quote({ ask: 11 }),
      quote({ ask: 12, option: option({ bid: 8, ask: 12 }) }),
      quote({ ask: 33, option: withoutBid(option()) }),
    ]);
    expectClose(group!.askPremium, 0.1, 1e-12);
    expectClose(group!.bidPremium, (8 / 9 - 1 + (8 / 8 - 1)) / 2, 1e-12);
    expectClose(group!.exchangeSpread, (1 / 9.5 + 4 / 10) / 2, 1e-12);
    expectClose(group!.spread, (3 / 9.5 + 4 / 10) / 2, 1e-12);
  });

  it("averages each part as a share of the exchange's ask, so that together they are our ask's", () => {
    const parts = meanParts([
      quote(),
      quote({ option: option({ ask: 20 }), ask: 30, parts: { ...NO_PARTS, fair: 24, clamp: 6 } }),
    ]);
    expectClose(parts.fair, (0.95 + 1.2) / 2, 1e-12);
    expectClose(parts.rent, 0.075, 1e-12);
    expectClose(parts.clamp, 0.15, 1e-12);
    expectClose(
      Object.values(parts).reduce((sum, part) => sum + part, 0),
      (1.1 + 1.5) / 2,
      1e-12,
    );
  });

  function withoutBid(listed: ListedOption): ListedOption {
    const oneSided = { ...listed };
    delete (oneSided as { bid?: number }).bid;
    return oneSided;
  }
});

describe("quotes: calendar", () => {
  const rules = { dailies: 2, weeklies: 3, monthlies: 2 };
  /** Saturday, 14 June 2025. */
  const now = Date.UTC(2025, 5, 14, 22) / 1_000;
  const listed = (day: string, at = now): boolean =>
    isOnCalendar(Date.parse(`${day}T08:00:00Z`) / 1_000, { now: at, rules });

  it("lists the coming days, Fridays and last Fridays of a month", () => {
    const days = ["2025-06-15", "2025-06-16", "2025-06-20", "2025-06-27", "2025-07-04", "2025-07-25"];
    expect(days.filter((day) => listed(day))).to.deep.equal(days);
  });

  it("lists nothing else", () => {
    for (const day of ["2025-06-14", "2025-06-17", "2025-06-21", "2025-07-11", "2025-07-31", "2025-08-29"]) {
      expect(listed(day), day).to.equal(false);
    }
  });

  it("begins a day at 08:00 UTC", () => {
    const friday = Date.UTC(2025, 5, 13, 8) / 1_000;
    expect(listed("2025-06-13", friday - 1)).to.equal(true);
    expect(listed("2025-06-13", friday)).to.equal(false);
    expect([listed("2025-06-15", friday - 1), listed("2025-06-15", friday)]).to.deep.equal([false, true]);
  });
});
