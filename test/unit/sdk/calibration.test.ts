import { expect } from "chai";
import fc from "fast-check";

import {
  blackScholes,
  calibrateSurface,
  CalibrationError,
  describeDropped,
  durrleman,
  fitSlice,
  observeExpiry,
  OptionKind,
  sviVariance,
  type DropReason,
  type OptionChain,
  type OptionQuote,
  type Surface,
  type Svi,
} from "../../../sdk/src/index.ts";
import { quoteChain, trueSurface } from "@bulkhead/simulation";
import { expectClose } from "../../helpers/expectClose.ts";
import { INDEX_MODELS, indexChain } from "../../helpers/indexChain.ts";
import { DAY, expiries, NOW, point, rules, rulesBroken, truth, YEAR } from "../../helpers/trueSlices.ts";

/** Both sides of every quote exactly at the surface's own price. */
function exactQuotes(surface: Surface): OptionChain {
  return {
    observedAt: surface.observedAt,
    expiries: surface.slices.map(({ expiry, svi }) => {
      const years = (expiry - surface.observedAt) / YEAR;
      const quotes = Array.from({ length: 31 }, (_, index) => {
        const strike = 2_000 * Math.exp((index - 15) * 0.1 * Math.sqrt(years));
        const volatility = Math.sqrt(sviVariance(svi, Math.log(strike / 2_000)).w / years);
        const { call, put } = blackScholes({ spot: 2_000, strike, volatility, years });
        return [
          { kind: OptionKind.Call, strike, bid: call, ask: call },
          { kind: OptionKind.Put, strike, bid: put, ask: put },
        ];
      }).flat();
      return { expiry, forward: 2_000, quotes };
    }),
  };
}

/** What may hide between the points at which butterflies are looked for, in a surface made of quotes: Durrleman's g. */
const BETWEEN_POINTS = 0.001;

/** The least of Durrleman's function over four standard deviations, in steps of a fiftieth. */
function lowestDurrleman(slice: Svi): number {
  const deviation = Math.sqrt(sviVariance(slice, 0).w);
  const places = Array.from({ length: 401 }, (_, index) => ((index - 200) / 50) * deviation);
  return Math.min(...places.map((k) => durrleman(k, sviVariance(slice, k))));
}

describe("sdk: calibration", () => {
  it("test_RecoversTheParametersOfCleanQuotes", () => {
    const { slices, insideBidAsk } = calibrateSurface(exactQuotes(truth));
    expect(insideBidAsk).to.be.within(0, 1);
    slices.forEach(({ svi }, index) => {
      const known = truth.slices[index]?.svi;
      const years = ((expiries[index] ?? 0) - NOW) / YEAR;
      const width = Math.sqrt(years);
      for (const k of [-1.2, -0.5, 0, 0.5, 1.2].map((x) => x * width)) {
        const volatility = Math.sqrt(sviVariance(svi, k).w / years);
        expectClose(volatility, Math.sqrt(sviVariance(known ?? svi, k).w / years), 1e-6, `${index} ${k}`);
      }
      for (const name of ["b", "rho", "m", "sigma"] as const) {
        expectClose(svi[name], known?.[name] ?? NaN, 1e-4, `${index} ${name}`);
      }
    });
  });

  it("test_P7_EveryCalibrationOfNoisyQuotesPassesTheChainsChecks", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.2, max: 1.6, noNaN: true }), (seed, volatility) => {
        const surface = trueSurface({ ...point, variance: volatility ** 2 }, { expiries });
        const { slices, insideBidAsk } = calibrateSurface(quoteChain(surface, { spot: 2_000, seed, noise: 1 }));
        expect(insideBidAsk).to.be.greaterThan(0.4);
        slices.forEach(({ svi }, index) => {
          expect(rulesBroken(svi, slices[index - 1]?.svi)).to.deep.equal([]);
          expect(lowestDurrleman(svi)).to.be.greaterThan(-BETWEEN_POINTS);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("test_P7_QuotesWithCalendarArbitrageGiveASurfaceWithout", () => {
    const flipped = truth.slices.map(({ expiry }, index) => ({
      expiry,
      svi: truth.slices[truth.slices.length - 1 - index]?.svi ?? { a: 0, b: 0, rho: 0, m: 0, sigma: 0 },
    }));
    const chain = quoteChain({ observedAt: NOW, slices: flipped }, { spot: 2_000, seed: 3, strikeStep: 0.2 });
    const { slices } = calibrateSurface(chain);
    slices.forEach(({ svi }, index) => expect(rulesBroken(svi, slices[index - 1]?.svi)).to.deep.equal([]));
  });

  /** Of a chain's quotes, how many slices meet: between bid and ask, within half a volatility point. */
  function metBy(
    { observedAt, expiries: quoted }: OptionChain,
    slices: readonly Svi[],
  ): { inside: number; close: number } {
    const met = { inside: 0, close: 0 };
    quoted.forEach((expiry, index) => {
      const years = (expiry.expiry - observedAt) / YEAR;
      for (const { k, bidVolatility, askVolatility, midVolatility } of observeExpiry(expiry, observedAt).observations) {
        const volatility = Math.sqrt(sviVariance(slices[index] as Svi, k).w / years);
        if (volatility >= bidVolatility && volatility <= askVolatility) met.inside++;
        if (Math.abs(volatility - midVolatility) <= 0.005) met.close++;
      }
    });
    return met;
  }

  INDEX_MODELS.forEach((model, index) => {
    it(`test_P7_IndexChain${index}_MeetsNoFewerQuotesThanOneExpiryAfterTheOther`, () => {
      const chain = indexChain(model, NOW);
      const { slices, statistics } = calibrateSurface(chain);
      const points = chain.expiries.map((expiry) => observeExpiry(expiry, NOW).observations);
      const forwards = points.reduce<Svi[]>(
        (all, some) => [...all, fitSlice({ points: some, rules, earlier: all.at(-1) })],
        [],
      );
      const alone = points.map((some) => fitSlice({ points: some, rules }));
      const own = slices.map(({ svi }) => svi);
      const [met, metForwards, metAlone] = [own, forwards, alone].map((some) => metBy(chain, some)) as [
        ReturnType<typeof metBy>,
        ReturnType<typeof metBy>,
        ReturnType<typeof metBy>,
      ];
      const quotes = statistics.reduce((sum, fit) => sum + fit.quotes, 0);
      expect(quotes).to.be.greaterThan(400);
      expect(met.inside).to.be.at.least(metForwards.inside);
      expect(met.close).to.be.at.least(metForwards.close);
      // Order binds in wings that nobody quotes: it costs next to nothing of what slices without any order meet.
      expect(met.inside).to.be.at.least(metAlone.inside - 0.025 * quotes);
      expect(met.close).to.be.at.least(metAlone.close - 0.025 * quotes);
      expect(met.close / quotes).to.be.greaterThan(0.9);
      own.forEach((svi, place) => expect(rulesBroken(svi, own[place - 1])).to.deep.equal([]));
    });
  });

  it("test_P7_WhatBreaksNoOrderStaysAsItsOwnQuotesHaveIt", () => {
    const chain = quoteChain(truth, { spot: 2_000, seed: 3 });
    const { slices, statistics } = calibrateSurface(chain);
    chain.expiries.forEach((expiry, index) => {
      const points = observeExpiry(expiry, NOW).observations;
      expect(slices[index]?.svi).to.deep.equal(fitSlice({ points, rules }));
      expect(statistics[index]?.calendarShift).to.equal(0);
    });
  });

  it("test_NoFairQuoteAtTheMoneyIsDroppedHoweverNearTheExpiry", () => {
    let seen = 0;
    for (const minutes of [10, 60, 240, 720, 1_439]) {
      const expiry = NOW + minutes * 60;
      const years = (expiry - NOW) / YEAR;
      for (let step = 0; step <= 200; step++) {
        const volatility = 0.1 * 30 ** (step / 200);
        const quotes = [-1.5, -0.6, -0.2, 0, 1e-9, 1e-4, 0.2, 0.7].map((deviations) => {
          const strike = 2_000 * Math.exp(deviations * volatility * Math.sqrt(years));
          const { call, put } = blackScholes({ spot: 2_000, strike, volatility, years });
          const price = strike >= 2_000 ? call : put;
          return { kind: strike >= 2_000 ? OptionKind.Call : OptionKind.Put, strike, bid: price, ask: price };
        });
        const { observations, dropped } = observeExpiry({ expiry, forward: 2_000, quotes }, NOW);
        expect(dropped, `${minutes} min, ${volatility}`).to.deep.equal([]);
        for (const { midVolatility } of observations) expectClose(midVolatility / volatility, 1, 1e-9);
        seen += observations.length;
      }
    }
    expect(seen).to.equal(5 * 201 * 8);
  });

  it("test_EveryQuoteIsUsedOrDroppedWithAReason", () => {
    const chain = quoteChain(truth, { spot: 2_000, seed: 1 });
    const [first, ...rest] = chain.expiries as [OptionChain["expiries"][number], ...OptionChain["expiries"]];
    const { forward, expiry } = first;
    const odd: [DropReason, Partial<OptionQuote> & Pick<OptionQuote, "kind">][] = [
      ["in the money", { kind: OptionKind.Call, strike: forward * 0.9901, bid: 30, ask: 31 }],
      ["in the money", { kind: OptionKind.Put, strike: forward + 0.5, bid: 10, ask: 11 }],
      ["no bid", { kind: OptionKind.Call, ask: 2 }],
      ["no bid", { kind: OptionKind.Call, bid: 0, ask: 2 }],
      ["no ask", { kind: OptionKind.Call, bid: 2 }],
      ["bid above ask", { kind: OptionKind.Call, bid: 2, ask: 1.9 }],
      ["spread too wide", { kind: OptionKind.Call, bid: 0.01, ask: 50 }],
      ["outside the bounds", { kind: OptionKind.Call, bid: 10, ask: forward }],
    ];
    const quotes = odd.map(([, quote], index) => ({ strike: forward * 1.01 + index, ...quote }));
    const { dropped, statistics } = calibrateSurface({
      ...chain,
      expiries: [{ ...first, quotes: [...first.quotes, ...quotes] }, ...rest],
    });
    const added = dropped.filter(({ strike }) => quotes.some((quote) => quote.strike === strike));
    expect(added).to.deep.equal(
      odd.map(([reason, { kind }], index) => ({ expiry, kind, strike: quotes[index]?.strike, reason })),
    );
    const all = chain.expiries.reduce((sum, one) => sum + one.quotes.length, quotes.length);
    expect(statistics.reduce((sum, { quotes: used }) => sum + used, dropped.length)).to.equal(all);
    expect(describeDropped(added)).to.equal(
      "2 in the money, 2 no bid, 1 no ask, 1 bid above ask, 1 spread too wide, 1 outside the bounds",
    );
    expect(describeDropped([])).to.equal("none");
  });

  it("test_RevertWhen_QuotesAreTooFew", () => {
    const chain = quoteChain(truth, { spot: 2_000, seed: 1, strikesPerSide: 1 });
    expect(() => calibrateSurface(chain)).to.throw(
      CalibrationError,
      /expected at least 5 .* got 3 \(left out: 3 in the money\)/,
    );
    expect(() => calibrateSurface({ observedAt: NOW, expiries: [] })).to.throw(CalibrationError);
    const expired = { ...quoteChain(truth, { spot: 2_000, seed: 1 }), observedAt: NOW + 2 * DAY };
    expect(() => calibrateSurface(expired)).to.throw(CalibrationError, /got 0/);
  });
});
