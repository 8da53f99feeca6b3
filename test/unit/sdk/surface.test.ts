import { expect } from "chai";
import { recoverAddress, Wallet } from "ethers";
import fc from "fast-check";

import {
  agreeOnReport,
  blackScholes,
  buildReport,
  calibrateSurface,
  CalibrationError,
  checkSlice,
  curveFor,
  curveVariance,
  decodeReport,
  describeDropped,
  durrleman,
  fitSlice,
  normalisedBlack,
  normalPdf,
  observeExpiry,
  OptionKind,
  orderSignatures,
  packSvi,
  repairSlice,
  reportDigest,
  ReportError,
  signReport,
  SURFACE_RULES,
  sviVariance,
  unpackSvi,
  verifyReport,
  type DropReason,
  type OptionChain,
  type OptionQuote,
  type Report,
  type Surface,
  type Svi,
} from "../../../sdk/src/index.ts";
import { ETHER_LIKE, marketAt, quoteChain, simulateMarket, trueSurface } from "@bulkhead/simulation";
import { expectClose } from "../../helpers/expectClose.ts";
import { INDEX_MODELS, indexChain } from "../../helpers/indexChain.ts";

const NOW = 1_767_340_800;
const DAY = 86_400;
const YEAR = 365 * DAY;
const rules = SURFACE_RULES;

const point = { time: NOW, spot: 2_000, variance: 0.65 ** 2 };
const expiries = [1, 2, 7, 14, 28, 56].map((days) => NOW + days * DAY);
const truth = trueSurface(point, { expiries });
const domain = { chainId: 31_337n, verifyingContract: "0x5FbDB2315678afecb367f032d93F642f64180aa3" };

const anySlice = fc.record({
  a: fc.double({ min: -0.1, max: 0.5, noNaN: true }),
  b: fc.double({ min: 0, max: 3, noNaN: true }),
  rho: fc.double({ min: -1, max: 1, noNaN: true }),
  m: fc.double({ min: -5, max: 5, noNaN: true }),
  sigma: fc.double({ min: 0, max: 2, noNaN: true }),
});

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

/** Names of the rules that a slice breaks. */
/** What may hide between the points at which butterflies are looked for, in a surface made of quotes: Durrleman's g. */
const BETWEEN_POINTS = 0.001;

/** The least of Durrleman's function over four standard deviations, in steps of a fiftieth. */
function lowestDurrleman(slice: Svi): number {
  const deviation = Math.sqrt(sviVariance(slice, 0).w);
  const places = Array.from({ length: 401 }, (_, index) => ((index - 200) / 50) * deviation);
  return Math.min(...places.map((k) => durrleman(k, sviVariance(slice, k))));
}

const rulesBroken = (slice: Svi, earlier?: Svi): string[] =>
  checkSlice(slice, { rules, earlier }).map(({ rule }) => rule);

describe("sdk: SVI slices", () => {
  it("test_A24_PackingIsExactAndRefusesWhatDoesNotFit", () => {
    const slice = { a: -0.012345678901, b: 0.25, rho: -0.35, m: -1e-12, sigma: 0.1 };
    expect(unpackSvi(packSvi(slice))).to.deep.equal(slice);
    // a = -1e-12, all else zero: fifty-six set bits, from bit 200.
    expect(packSvi({ a: -1e-12, b: 0, rho: 0, m: 0, sigma: 0 })).to.equal(((1n << 56n) - 1n) << 200n);
    expect(packSvi({ a: 0, b: 0, rho: 0, m: 0, sigma: 1e-12 })).to.equal(1n << 8n);
    expect(() => packSvi({ ...slice, b: -0.1 })).to.throw(/svi\.b within 48 bits/);
    expect(() => packSvi({ ...slice, sigma: 300 })).to.throw(/svi\.sigma/);
    expect(() => packSvi({ ...slice, m: NaN })).to.throw(/finite/);
  });

  it("test_DerivativesMeetFiniteDifferences", () => {
    const slice = { a: 0.01, b: 0.2, rho: -0.4, m: 0.05, sigma: 0.2 };
    for (const k of [-1, -0.2, 0, 0.05, 0.7]) {
      const h = 1e-4;
      const [down, at, up] = [sviVariance(slice, k - h), sviVariance(slice, k), sviVariance(slice, k + h)];
      expectClose(at.dw, (up.w - down.w) / (2 * h), 1e-7);
      expectClose(at.d2w, (up.w - 2 * at.w + down.w) / (h * h), 1e-5);
    }
  });

  it("test_P7_DurrlemanIsTheDensityOfTheCallPrices", () => {
    const slice = { a: 0.01, b: 0.2, rho: -0.4, m: 0.05, sigma: 0.2 };
    const call = (k: number): number => normalisedBlack(k, Math.sqrt(sviVariance(slice, k).w));
    for (const k of [-0.6, -0.1, 0, 0.2, 0.8]) {
      const h = 1e-3;
      const at = sviVariance(slice, k);
      const root = Math.sqrt(at.w);
      // Breeden and Litzenberger in k: c'' - c' = e^k·g·φ(d₂)/√w.
      const [down, middle, up] = [call(k - h), call(k), call(k + h)];
      const density = (up - 2 * middle + down) / (h * h) - (up - down) / (2 * h);
      const expected = (Math.exp(k) * normalPdf(-k / root - root / 2) * durrleman(k, at)) / root;
      expectClose(density / expected, 1, 1e-4, `k = ${k}`);
    }
  });

  it("test_P7_KnownArbitrageIsSeen", () => {
    // Vogt's slice: a butterfly near k = 0.8 (Gatheral and Jacquier, 2014, example 3.1).
    const vogt = { a: -0.041, b: 0.1331, rho: 0.306, m: 0.3586, sigma: 0.4153 };
    expect(rulesBroken(vogt)).to.include("butterfly");
    expect(durrleman(0.8, sviVariance(vogt, 0.8))).to.be.lessThan(0);
    const fine = { a: 0.02, b: 0.1, rho: -0.3, m: 0, sigma: 0.2 };
    expect(rulesBroken(fine)).to.deep.equal([]);
    expect(rulesBroken(fine, { ...fine, a: 0.0201 })).to.include("calendar");
    expect(rulesBroken({ ...fine, b: 1.6 })).to.include("wing");
    expect(rulesBroken({ ...fine, a: -0.02 })).to.include("minimum variance");
    expect(rulesBroken({ ...fine, sigma: 0 })).to.include("domain");
  });

  it("test_P7_AnySliceIsRepairedToOneThatPasses", () => {
    fc.assert(
      fc.property(anySlice, fc.option(anySlice, { nil: undefined }), (slice, before) => {
        const earlier = before === undefined ? undefined : repairSlice(before, { rules });
        const repaired = repairSlice(slice, { rules, earlier });
        expect(rulesBroken(repaired, earlier)).to.deep.equal([]);
        expect(unpackSvi(packSvi(repaired))).to.deep.equal(repaired);
      }),
      { numRuns: 2_000 },
    );
  });

  it("test_P7_ASliceThatPassesIsLeftAlone", () => {
    const fine = unpackSvi(packSvi({ a: 0.02, b: 0.1, rho: -0.3, m: 0, sigma: 0.2 }));
    expect(repairSlice(fine, { rules })).to.deep.equal(fine);
  });
});

describe("sdk: curves", () => {
  it("test_WeightsFollowTheChainsRule", () => {
    const [near, far] = [truth.slices[2], truth.slices[3]];
    if (near === undefined || far === undefined) throw new Error("the truth has six slices");
    const surface: Surface = { observedAt: NOW, slices: [near, far] };
    const now = NOW + DAY;
    const middle = NOW + 9 * DAY;
    const between = curveFor(surface, { expiry: middle, now });
    expectClose(between.nearWeight, (5 / 7) * (6 / 7), 1e-15);
    expectClose(between.farWeight, (2 / 7) * (13 / 14), 1e-15);
    const before = curveFor(surface, { expiry: NOW + 3 * DAY, now });
    expect([before.near, before.nearWeight, before.farWeight]).to.deep.equal([near.svi, 2 / 7, 0]);
    const beyond = curveFor(surface, { expiry: NOW + 20 * DAY, now });
    expect([beyond.near, beyond.nearWeight, beyond.farWeight]).to.deep.equal([far.svi, 19 / 14, 0]);
    // Once the first has expired the second one's rate holds.
    const late = curveFor(surface, { expiry: middle, now: NOW + 8 * DAY });
    expect([late.near, late.nearWeight, late.farWeight]).to.deep.equal([far.svi, 1 / 14, 0]);
    expect(curveFor(surface, { expiry: now, now }).nearWeight).to.equal(0);
  });

  it("test_P7_TotalVarianceRisesWithExpiry", () => {
    for (const k of [-0.5, 0, 0.5]) {
      let previous = 0;
      for (let hours = 1; hours < 70 * 24; hours += 5) {
        const { w } = curveVariance(curveFor(truth, { expiry: NOW + 7_200 + hours * 3_600, now: NOW + 7_200 }), k);
        expect(w).to.be.at.least(previous);
        previous = w;
      }
    }
  });
});

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

describe("sdk: reports", () => {
  const signers = [1, 2, 3].map((index) => new Wallet(`0x${index.toString(16).padStart(64, "0")}`));
  const chains = signers.map((_, index) => quoteChain(truth, { spot: 2_000, seed: 100 + index }));
  const reporters = signers.map((signer, index) => ({ signer, chain: chains[index] as OptionChain }));
  const options = { domain, round: 7n, confidence: 0.01, tolerance: 0.02, threshold: 2 };

  it("test_P7_ThreeObserversSignOneReport", async () => {
    const { report, signatures, refusals, calibration } = await agreeOnReport(reporters, options);
    expect(refusals).to.deep.equal([]);
    // The leader's: what it could not use.
    expect(calibration.dropped).to.deep.equal(calibrateSurface(chains[0] as OptionChain).dropped);
    const digest = reportDigest(report, domain);
    const recovered = signatures.map((signature) => BigInt(recoverAddress(digest, signature)));
    expect(recovered).to.deep.equal(signers.map(({ address }) => BigInt(address)).sort((a, b) => (a < b ? -1 : 1)));
    expect(decodeReport(report).slices.map(({ expiry }) => expiry)).to.deep.equal(expiries);
  });

  it("test_P7_ALiarIsOutvoted", async () => {
    const shifted = trueSurface({ ...point, variance: 1.2 ** 2 }, { expiries });
    const liar = { signer: signers[0] as Wallet, chain: quoteChain(shifted, { spot: 2_000, seed: 9 }) };
    const { signatures, refusals, report } = await agreeOnReport([liar, ...reporters.slice(1)], options);
    expect(signatures).to.have.length(2);
    expect(refusals).to.have.length(1);
    expect(refusals[0]?.reporter).to.equal(liar.signer.address);
    expect(() => verifyReport(report, { chain: chains[1] as OptionChain, tolerance: 0.02 })).not.to.throw();
    const failure: unknown = await agreeOnReport([liar, ...reporters.slice(1)], { ...options, threshold: 3 }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure)
      .to.be.instanceOf(ReportError)
      .with.property("message")
      .that.matches(/expected 3 reporters who agree, got at most 2 of 3: compare/);
    // Where nobody can propose, why.
    const doubtful: unknown = await agreeOnReport(reporters, { ...options, confidence: 0.2 }).catch(
      (error: unknown) => error,
    );
    expect(doubtful)
      .to.have.property("message")
      .that.matches(/got at most 0 of 3; a leader has none .*from 0 to 0.15, got 0.2/);
  });

  it("test_P7_RevertWhen_TheChainWouldRefuse", () => {
    const [first, second] = truth.slices;
    if (first === undefined || second === undefined) throw new Error("the truth has six slices");
    const report = (slices: Surface["slices"]) => () =>
      buildReport({ observedAt: NOW, slices }, { round: 1n, confidence: 0.01 });
    expect(report([])).to.throw(ReportError, /1 to 8 expiries/);
    expect(report([second, first])).to.throw(ReportError, /ascending/);
    expect(report([{ expiry: NOW, svi: first.svi }])).to.throw(ReportError, /ascending/);
    expect(
      report([
        { ...first, svi: second.svi },
        { ...second, svi: first.svi },
      ]),
    ).to.throw(ReportError, /calendar rule/);
    expect(report([{ ...first, svi: { ...first.svi, b: 1.9 } }])).to.throw(ReportError, /wing/);
    expect(report([{ expiry: NOW + DAY, svi: { ...second.svi, a: 0.5 } }])).to.throw(ReportError, /volatility rule/);
  });

  it("test_P7_RevertWhen_AVerifierIsGivenWhatTheChainWouldRefuse", () => {
    const chain = chains[0] as OptionChain;
    const fine = buildReport(calibrateSurface(chain), { round: 1n, confidence: 0.15 });
    const verify = (change: Partial<Report>) => () => verifyReport({ ...fine, ...change }, { chain, tolerance: 0.02 });
    expect(verify({})).not.to.throw();
    expect(verify({ confidence: fine.confidence + 1n })).to.throw(
      ReportError,
      /a confidence from 0 to 0.15, got 0.15.*1/,
    );
    expect(verify({ round: 0n })).to.throw(ReportError, /a round from 1/);
    const marked = fine.slices.map((word, index) => (index === 2 ? word | 1n : word));
    expect(verify({ slices: marked })).to.throw(ReportError, /as packSvi packs it/);
    expect(verify({ slices: fine.slices.slice(1) })).to.throw(ReportError, /a slice each, got 6 with 5/);
  });

  it("test_P7_RevertWhen_TimesAreNotWholeSeconds", () => {
    const [first] = truth.slices as [Surface["slices"][number]];
    const build = (surface: Surface) => () => buildReport(surface, { round: 1n, confidence: 0.01 });
    expect(build({ observedAt: NOW + 0.5, slices: [first] })).to.throw(ReportError, /whole unix seconds/);
    expect(build({ observedAt: NOW, slices: [{ ...first, expiry: NaN }] })).to.throw(ReportError, /got NaN/);
  });

  it("test_P7_RevertWhen_TheReportIsNotOfWhatTheVerifierSees", () => {
    const chain = chains[0] as OptionChain;
    const report = buildReport(calibrateSurface(chain), { round: 1n, confidence: 0.01 });
    const verify = (seen: OptionChain) => () => verifyReport(report, { chain: seen, tolerance: 0.02 });
    expect(verify({ ...chain, expiries: chain.expiries.slice(1) })).to.throw(ReportError, /expiries/);
    const later = trueSurface({ ...point, time: NOW + 120 }, { expiries });
    expect(verify(quoteChain(later, { spot: 2_000, seed: 5 }))).to.throw(ReportError, /within 60 s/);
    const more = trueSurface(point, { expiries: [...expiries, NOW + 90 * DAY] });
    expect(verify(quoteChain(more, { spot: 2_000, seed: 5 }))).to.throw(ReportError, /a slice for expiry/);
  });

  it("test_A20_SignaturesBindEveryField", async () => {
    const [signer] = signers as [Wallet];
    const report = buildReport(truth, { round: 1n, confidence: 0.01 });
    const { signature } = await signReport(signer, { report, domain });
    const recovers = (other: typeof report, at = domain): boolean =>
      recoverAddress(reportDigest(other, at), signature) === signer.address;
    expect(recovers(report)).to.equal(true);
    expect(recovers({ ...report, round: 2n })).to.equal(false);
    expect(recovers({ ...report, slices: [...report.slices].reverse() })).to.equal(false);
    expect(recovers(report, { ...domain, chainId: 1n })).to.equal(false);
    expect(() =>
      orderSignatures([
        { signer: signer.address, signature },
        { signer: signer.address, signature },
      ]),
    ).to.throw(ReportError, /one signature a reporter/);
  });
});

describe("sdk: market simulation", () => {
  const start = NOW;
  const crash = { name: "crash", start: start + 5 * DAY, duration: DAY, move: -0.35, volatilityShock: 0.7 };
  const recovery = { name: "recovery", start: start + 7 * DAY, duration: 3 * DAY, move: 0.3 };
  const scenario = { seed: 42, start, duration: 14 * DAY, events: [crash, recovery] };

  it("test_OneSeedOnePath", () => {
    expect(simulateMarket(scenario)).to.deep.equal(simulateMarket(scenario));
    expect(simulateMarket({ ...scenario, seed: 43 })).not.to.deep.equal(simulateMarket(scenario));
  });

  it("test_EventsMoveThePriceExactly", () => {
    for (let seed = 0; seed < 20; seed++) {
      const path = simulateMarket({ ...scenario, seed });
      for (const { start: from, duration, move } of [crash, recovery]) {
        const change = marketAt(path, from + duration).spot / marketAt(path, from).spot - 1;
        expectClose(change, move, 1e-12);
      }
      expect(marketAt(path, crash.start + DAY).variance).to.be.greaterThan(marketAt(path, crash.start).variance);
      expect(path.every(({ spot, variance }) => spot > 0 && variance >= 0)).to.equal(true);
    }
  });

  it("test_PathsHaveTheModelsMoments", () => {
    const runs = 3_000;
    const duration = 10 * DAY;
    const ends = Array.from({ length: runs }, (_, seed) =>
      simulateMarket({ seed, start, duration, step: 3_600 }).at(-1),
    );
    const mean = (f: (end: { spot: number; variance: number }) => number): number =>
      ends.reduce((sum, end) => sum + f(end ?? { spot: NaN, variance: NaN }), 0) / runs;
    const years = duration / YEAR;
    // Compensated jumps and variance drag: the price itself grows at the drift.
    const growth = mean(({ spot }) => spot / ETHER_LIKE.spot);
    const logs = mean(({ spot }) => Math.log(spot / ETHER_LIKE.spot) ** 2);
    const jumps = ETHER_LIKE.jumpRate * (ETHER_LIKE.jumpMean ** 2 + ETHER_LIKE.jumpDeviation ** 2);
    const variance = (ETHER_LIKE.meanVariance + jumps) * years;
    expectClose(growth, Math.exp(ETHER_LIKE.drift * years), 4 * Math.sqrt(variance / runs));
    expectClose(logs / variance, 1, 0.12);
    expectClose(
      mean((end) => end.variance),
      ETHER_LIKE.meanVariance,
      0.03,
    );
  });

  it("test_P7_TheTrueSurfaceIsFreeOfArbitrage", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9, noNaN: true }), (variance) => {
        const { slices } = trueSurface({ ...point, variance }, { expiries });
        slices.forEach(({ svi }, index) => expect(rulesBroken(svi, slices[index - 1]?.svi)).to.deep.equal([]));
      }),
    );
  });

  it("test_QuotesEncloseTheTruthUpToTheirNoise", () => {
    const chain = quoteChain(truth, { spot: 2_000, seed: 1, noise: 0 });
    for (const { quotes } of chain.expiries) {
      for (const { bid = 0, ask = 0 } of quotes) expect(ask).to.be.at.least(bid);
    }
    expect(quoteChain(truth, { spot: 2_000, seed: 1 })).to.deep.equal(quoteChain(truth, { spot: 2_000, seed: 1 }));
    expect(quoteChain(truth, { spot: 2_000, seed: 1 })).not.to.deep.equal(quoteChain(truth, { spot: 2_000, seed: 2 }));
  });

  it("test_RevertWhen_TheScriptIsImpossible", () => {
    const impossible = (events: (typeof crash)[]) => () => simulateMarket({ ...scenario, events });
    expect(impossible([{ ...crash, move: -1 }])).to.throw(/move above -100 %/);
    expect(impossible([{ ...crash, start: start + 14 * DAY }])).to.throw(/ending by/);
    expect(impossible([crash, { ...crash, start: crash.start + 1 }])).to.throw(/without overlap/);
    expect(() => marketAt(simulateMarket(scenario), start - 1)).to.throw(/earlier start/);
  });
});
