import { expect } from "chai";
import fc from "fast-check";

import {
  calibrateSurface,
  checkSlice,
  curveFor,
  curveVariance,
  SURFACE_RULES,
  sviVariance,
  type Svi,
} from "../../../sdk/src/index.ts";
import { BITCOIN_LIKE, ETHER_LIKE, modelAt, SeededSurface, trueSurface } from "@bulkhead/simulation";
import { syntheticChain } from "../../helpers/chainCsv.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const DAY = 86_400;
const YEAR = 365 * DAY;
const START = Date.UTC(2026, 0, 2, 9) / 1_000;
const FADES_OVER = 7 * DAY;
const expiries = [7, 14, 21, 28].map((days) => START - 3_600 + days * DAY);

/** A smile of another slope and level than the model that takes over. */
const seen = calibrateSurface(
  syntheticChain({ model: { ...BITCOIN_LIKE, meanVariance: 0.4 ** 2, variance: 0.4 ** 2 } }),
);
const model = modelAt(ETHER_LIKE, { spot: 2_600, volatility: 0.45 });
const seeded = new SeededSurface({ surface: seen, time: START, fadesOver: FADES_OVER, model });
const atStart = { time: START, spot: model.spot, variance: model.variance };

const volatility = (svi: Svi | undefined, { k, years }: { k: number; years: number }): number =>
  Math.sqrt((svi === undefined ? NaN : sviVariance(svi, k).w) / years);

describe("sdk: a simulated market that begins as a real one", () => {
  it("has the seen smile at first, each expiry as far away as it was", () => {
    const { slices } = seeded.at(atStart, expiries);
    for (const [index, expiry] of expiries.entries()) {
      const tenor = expiry - START;
      const curve = curveFor(seen, { expiry: seen.observedAt + tenor, now: seen.observedAt });
      const deviation = Math.sqrt(curveVariance(curve, 0).w);
      for (const k of [-1.5, -0.5, 0, 0.5, 1.5].map((steps) => steps * deviation)) {
        const expected = Math.sqrt((curveVariance(curve, k).w * YEAR) / tenor);
        expectClose(volatility(slices[index]?.svi, { k, years: tenor / YEAR }), expected, 0.004, `${index}, k = ${k}`);
      }
    }
  });

  it("has the model's own once the time is over, and lies between on the way", () => {
    const later = (time: number) => ({ ...atStart, time: START + time });
    const own = trueSurface(later(FADES_OVER), { expiries: expiries.slice(1), model });
    expect(seeded.at(later(FADES_OVER), expiries.slice(1))).to.deep.equal(own);
    expect(seeded.at(later(30 * DAY), [START + 35 * DAY]).slices).to.have.lengthOf(1);

    const halfWay = later(FADES_OVER / 2);
    const years = (expiries[2] ?? 0) / YEAR - halfWay.time / YEAR;
    const atTheMoney = (slices: readonly { svi: Svi }[]) => volatility(slices[0]?.svi, { k: 0, years });
    const middle = atTheMoney(seeded.at(halfWay, expiries.slice(2, 3)).slices);
    const end = atTheMoney(trueSurface(halfWay, { expiries: expiries.slice(2, 3), model }).slices);
    const begin = atTheMoney(
      new SeededSurface({ surface: seen, time: START, fadesOver: 1e9, model }).at(halfWay, expiries.slice(2, 3)).slices,
    );
    expect(Math.abs(begin - end)).to.be.greaterThan(0.005);
    expectClose(middle ** 2, (begin ** 2 + end ** 2) / 2, 0.002);
  });

  it("moves with the model's variance", () => {
    const level = (variance: number) =>
      sviVariance(
        seeded.at({ ...atStart, variance }, expiries).slices[0]?.svi ?? { a: 0, b: 0, rho: 0, m: 0, sigma: 1 },
        0,
      ).w;
    expect(level(2 * model.variance)).to.be.greaterThan(1.5 * level(model.variance));
  });

  it("test_P7_IsFreeOfArbitrageAtAnyTime", () => {
    const time = fc.integer({ min: 0, max: 8 * DAY });
    const variance = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(time, variance, (after, now) => {
        const point = { time: START + after, spot: 2_600, variance: now };
        const live = expiries.filter((expiry) => expiry > point.time + 60);
        const { slices } = seeded.at(point, live);
        slices.forEach(({ svi }, index) => {
          expect(checkSlice(svi, { rules: SURFACE_RULES, earlier: slices[index - 1]?.svi })).to.deep.equal([]);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe("sdk: a model moved to what was seen", () => {
  it("prices at the money as was seen, a week ahead and later", () => {
    for (const days of [7, 60]) {
      const expiry = START + days * DAY;
      const [slice] = trueSurface(atStart, { expiries: [expiry], model }).slices;
      expectClose(volatility(slice?.svi, { k: 0, years: (days * DAY) / YEAR }), 0.45, 1e-9);
    }
  });

  it("keeps some volatility, whatever was seen", () => {
    expect(modelAt(ETHER_LIKE, { spot: 1, volatility: 0.01 }).variance).to.be.greaterThan(0.02);
  });
});
