import { expect } from "chai";
import fc from "fast-check";

import { capitalDep } from "../../../sdk/src/pricing/capitalDep.ts";
import { capitalLow } from "../../../sdk/src/pricing/capitalLow.ts";
import type { SlowCapital } from "../../../sdk/src/pricing/SlowCapital.ts";
import { stepSlowCapital } from "../../../sdk/src/pricing/stepSlowCapital.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const RESTED: SlowCapital = { collateral: 1, riskCapital: 1, actualCapital: 1, freshFlow: 0, updatedAt: 0 };
const step = (capital: SlowCapital, value: number, now: number): SlowCapital =>
  stepSlowCapital(capital, { value, now, leastDeposit: 0.01 });

describe("slow risk capital", () => {
  describe("its step", () => {
    it("does nothing within a block, whatever the book is worth", () => {
      expect(step(RESTED, 0.9, 0)).to.equal(RESTED);
    });

    it("goes halfway to actual capital in a day of steps, down as up", () => {
      for (const [from, value, to] of [
        [1, 0.4, 0.6],
        [0.5, 0, 1],
      ] as const) {
        let capital: SlowCapital = { ...RESTED, riskCapital: from };
        for (let hour = 1; hour <= 24; hour++) capital = step(capital, value, hour * HOUR);
        expectClose(capital.riskCapital, (from + to) / 2, 1e-12);
        expect(capital.actualCapital).to.equal(to);
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
      expect(step(RESTED, 2, HOUR).actualCapital).to.equal(1 / 8);
    });

    it("lets fresh flow fade as E takes it in, also where the bound holds E back", () => {
      for (const deposit of [0.5, 50]) {
        const fresh = { ...RESTED, collateral: 1 + deposit, actualCapital: 1 + deposit, freshFlow: deposit };
        const next = step(fresh, 0, 6 * HOUR);
        // What E has risen by is what has ceased to be fresh.
        expectClose(next.riskCapital - 1, deposit - next.freshFlow, 1e-12);
      }
      const calm = { ...RESTED, freshFlow: 1 };
      expectClose(step(calm, 0, 6 * HOUR).freshFlow, 2 ** -0.25, 1e-12);
    });
  });

  const anyCapital = fc.record({
    collateral: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    riskCapital: fc.double({ min: 0, max: 1e6, noNaN: true }),
    actualCapital: fc.double({ min: 0, max: 1e6, noNaN: true }),
    freshFlow: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    updatedAt: fc.constant(0),
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
    const deposited = { ...RESTED, collateral: 4, actualCapital: 4, freshFlow: 3 };
    expect([capitalLow(deposited), capitalDep(deposited)]).to.deep.equal([1, 1]);
    const left = { ...RESTED, collateral: 0.6, actualCapital: 0.6, freshFlow: -0.4 };
    expect([capitalLow(left), capitalDep(left)]).to.deep.equal([0.6, 1]);
    expect(capitalLow(RESTED, 0.4)).to.equal(0.6);
    expect(capitalLow({ ...RESTED, actualCapital: 0 }, 0.2)).to.equal(0.8 / 8);
  });
});
