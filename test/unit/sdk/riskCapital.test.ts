import { expect } from "chai";
import fc from "fast-check";

import {
  capitalDep,
  capitalLow,
  decodeCapital,
  startRiskCapital,
  stepRiskCapital,
  type Capital,
} from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const RESTED: Capital = {
  collateral: 1,
  riskCapital: 1,
  actual: 1,
  fresh: 0,
  recentCharge: 0,
  doublingBase: 0.01,
  claimShare: 0,
  updatedAt: 0,
};
const step = (capital: Capital, value: number, now: number): Capital => stepRiskCapital(capital, { value, now });

describe("sdk: risk capital", () => {
  describe("its start", () => {
    it("is all that is there up to a hundred least deposits; what is beyond is fresh", () => {
      expect(startRiskCapital({ actual: 0.7, doublingBase: 0.01 })).to.deep.equal({ riskCapital: 0.7, fresh: 0 });
      expect(startRiskCapital({ actual: 1, doublingBase: 0.01 })).to.deep.equal({ riskCapital: 1, fresh: 0 });
      expect(startRiskCapital({ actual: 501, doublingBase: 0.01 })).to.deep.equal({ riskCapital: 1, fresh: 500 });
    });

    it("lets a large first deposit leave again without a trace", () => {
      const begun = { ...RESTED, collateral: 501, actual: 501, ...startRiskCapital({ ...RESTED, actual: 501 }) };
      expect([capitalLow(begun), capitalDep(begun)]).to.deep.equal([1, 1]);
      expect({ ...begun, collateral: 1, actual: begun.actual - 500, fresh: begun.fresh - 500 }).to.deep.equal(RESTED);
    });
  });

  describe("its step", () => {
    it("does nothing within a block, whatever the book is worth", () => {
      expect(step(RESTED, 0.9, 0)).to.equal(RESTED);
    });

    it("goes halfway to actual capital in a day of steps, down as up", () => {
      for (const [from, value, to] of [
        [1, 0.4, 0.6],
        [0.5, 0, 1],
      ] as const) {
        let capital: Capital = { ...RESTED, riskCapital: from };
        for (let hour = 1; hour <= 24; hour++) capital = step(capital, value, hour * HOUR);
        expectClose(capital.riskCapital, (from + to) / 2, 1e-12);
        expect(capital.actual).to.equal(to);
      }
    });

    it("counts six hours at most, however long nobody called", () => {
      expect(step(RESTED, 0.5, 30 * DAY).riskCapital).to.equal(step(RESTED, 0.5, 6 * HOUR).riskCapital);
    });

    it("doubles at most in six hours, from the least first deposit where E is smaller", () => {
      const flooded = { ...RESTED, collateral: 100, riskCapital: 1 };
      expectClose(step(flooded, 0, HOUR).riskCapital, 2 ** (1 / 6), 1e-12);
      expectClose(step({ ...flooded, riskCapital: 1e-6 }, 0, 6 * HOUR).riskCapital, 0.02, 1e-12);
    });

    it("takes an eighth of the collateral for actual capital where the book is worth more", () => {
      expect(step(RESTED, 2, HOUR).actual).to.equal(1 / 8);
    });

    it("lets fresh flow fade as E takes it in, also where the bound holds E back", () => {
      for (const deposit of [0.5, 50]) {
        const fresh = { ...RESTED, collateral: 1 + deposit, actual: 1 + deposit, fresh: deposit };
        const next = step(fresh, 0, 6 * HOUR);
        // What E has risen by is what has ceased to be fresh.
        expectClose(next.riskCapital - 1, deposit - next.fresh, 1e-12);
      }
      const calm = { ...RESTED, fresh: 1 };
      expectClose(step(calm, 0, 6 * HOUR).fresh, 2 ** -0.25, 1e-12);
    });

    it("halves the recent charge each day, however long nobody called", () => {
      const charged = { ...RESTED, recentCharge: 0.4 };
      expectClose(step(charged, 0, 6 * HOUR).recentCharge, 0.4 * 2 ** -0.25, 1e-12);
      expectClose(step(charged, 0, 3 * DAY).recentCharge, 0.05, 1e-12);
    });

    it("leaves what is no state of E's rule as it is", () => {
      const { collateral, doublingBase, claimShare } = step({ ...RESTED, claimShare: 0.25 }, 0.5, HOUR);
      expect([collateral, doublingBase, claimShare]).to.deep.equal([1, 0.01, 0.25]);
    });
  });

  const amounts = fc.double({ min: 0, max: 1e6, noNaN: true });
  const anyCapital: fc.Arbitrary<Capital> = fc.record({
    collateral: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    riskCapital: amounts,
    actual: amounts,
    fresh: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    recentCharge: amounts,
    doublingBase: amounts,
    claimShare: fc.double({ min: 0, max: 1, noNaN: true }),
    updatedAt: fc.constant(0),
  });

  it("E stays between itself and actual capital, and fresh flow keeps its sign", () => {
    fc.assert(
      fc.property(anyCapital, amounts, fc.integer({ min: 1, max: 10 * DAY }), (capital, value, now) => {
        const next = step(capital, value, now);
        const [low, high] = [capital.riskCapital, next.actual].sort((a, b) => a - b) as [number, number];
        expect(next.riskCapital).to.be.within(low * (1 - 1e-12), high * (1 + 1e-12));
        expect(next.fresh * capital.fresh).to.be.at.least(0);
        expect(Math.abs(next.fresh)).to.be.at.most(Math.abs(capital.fresh));
      }),
    );
  });

  it("E_low ≤ E ≤ E_dep, and E_low falls with what leaves, never below zero", () => {
    fc.assert(
      fc.property(anyCapital, fc.double({ min: 0, max: 2e6, noNaN: true }), (capital, leaving) => {
        const low = capitalLow(capital);
        expect(low).to.be.at.most(capital.riskCapital);
        expect(capitalDep(capital)).to.be.at.least(capital.riskCapital);
        expect(capitalLow(capital, leaving)).to.be.within(0, low);
      }),
    );
  });

  it("a deposit moves neither E_low's bound by E nor what comers buy at; a withdrawal is felt by E_low at once", () => {
    const deposited = { ...RESTED, collateral: 4, actual: 4, fresh: 3 };
    expect([capitalLow(deposited), capitalDep(deposited)]).to.deep.equal([1, 1]);
    const left = { ...RESTED, collateral: 0.6, actual: 0.6, fresh: -0.4 };
    expect([capitalLow(left), capitalDep(left)]).to.deep.equal([0.6, 1]);
    expect(capitalLow(RESTED, 0.4)).to.equal(0.6);
    expect(capitalLow({ ...RESTED, actual: 0 }, 0.2)).to.equal(0.8 / 8);
  });

  it("reads what a vault holds", () => {
    const wad = 10n ** 18n;
    const stored = {
      collateral: 8n * wad,
      riskCapital: 7n * wad,
      actual: 6n * wad,
      fresh: -5n * wad,
      recentCharge: 4n * wad,
      doublingBase: 3n * wad,
      claimShare: wad / 2n,
      updatedAt: 1_767_340_800n,
      priceNumber: 1n,
    };
    expect(decodeCapital(stored)).to.deep.equal({
      collateral: 8,
      riskCapital: 7,
      actual: 6,
      fresh: -5,
      recentCharge: 4,
      doublingBase: 3,
      claimShare: 0.5,
      updatedAt: 1_767_340_800,
    });
  });
});
