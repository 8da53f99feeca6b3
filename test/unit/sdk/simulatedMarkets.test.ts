import { expect } from "chai";
import fc from "fast-check";

import { ETHER_LIKE, marketAt, quoteChain, simulateMarket, trueSurface } from "@bulkhead/simulation";
import { expectClose } from "../../helpers/expectClose.ts";
import { DAY, expiries, NOW, point, rulesBroken, truth, YEAR } from "../../helpers/trueSlices.ts";

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
