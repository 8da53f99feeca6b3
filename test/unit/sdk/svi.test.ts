import { expect } from "chai";
import fc from "fast-check";

import {
  curveFor,
  curveVariance,
  durrleman,
  normalisedBlack,
  normalPdf,
  packSvi,
  repairSlice,
  sviVariance,
  unpackSvi,
  type Surface,
} from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";
import { DAY, NOW, rules, rulesBroken, truth } from "../../helpers/trueSlices.ts";

const anySlice = fc.record({
  a: fc.double({ min: -0.1, max: 0.5, noNaN: true }),
  b: fc.double({ min: 0, max: 3, noNaN: true }),
  rho: fc.double({ min: -1, max: 1, noNaN: true }),
  m: fc.double({ min: -5, max: 5, noNaN: true }),
  sigma: fc.double({ min: 0, max: 2, noNaN: true }),
});

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
