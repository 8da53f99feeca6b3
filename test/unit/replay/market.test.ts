import { expect } from "chai";

import { readHistory } from "../../../scripts/replay/history.ts";
import {
  BUYERS_A_DELTA,
  DELTAS,
  marketPath,
  strikeOf,
  type MarketAssumptions,
} from "../../../scripts/replay/marketPath.ts";
import { smile } from "../../../scripts/replay/smile.ts";
import { durrleman, OptionKind, priceOption, sviVariance } from "../../../sdk/src/index.ts";
import { observePrice, type VolatilityRules } from "../../../simulation/src/observePrice.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const DAY = 86_400;

describe("replay: market", () => {
  describe("realised volatility", () => {
    const rules: VolatilityRules = { seed: 0.2, halfLife: DAY, minSpacing: 300, outlier: 5 };
    const first = observePrice({ volatility: 0.2 }, { price: 100, now: 0, confidence: 0.005, rules });

    it("keeps the seed at the first price", () => {
      expect(first).to.deep.equal({ volatility: 0.2, last: { price: 100, at: 0 } });
    });

    it("gives a half-life's observation half the weight", () => {
      const { volatility } = observePrice(first, { price: 100 * Math.exp(0.02), now: DAY, confidence: 0.005, rules });
      expectClose(volatility, Math.sqrt((0.2 ** 2 + 0.02 ** 2 * 365) / 2), 1e-12);
    });

    it("cuts a move at five standard deviations and the feed's grain", () => {
      const { volatility } = observePrice(first, { price: 50, now: DAY, confidence: 0.005, rules });
      expectClose(volatility, Math.sqrt((0.2 ** 2 * (1 + 25) + 0.01 ** 2 * 365) / 2), 1e-12);
    });

    it("cuts no more of what comes five minutes after the last price than of what comes after an hour", () => {
      const soon = observePrice(first, { price: 50, now: 300, confidence: 0.005, rules });
      const square = (25 * 0.2 ** 2) / (365 * 24) + 0.01 ** 2;
      const decay = 2 ** (-300 / DAY);
      const observed = (square * 365 * DAY) / 300;
      expectClose(soon.volatility, Math.sqrt(0.2 ** 2 * decay + observed * (1 - decay)), 1e-12);
    });

    it("ignores a price too soon after the last, and never falls under a per cent", () => {
      expect(observePrice(first, { price: 101, now: 299, confidence: 0.005, rules })).to.equal(first);
      expect(observePrice(first, { price: 100, now: 60 * DAY, confidence: 0.005, rules }).volatility).to.equal(0.01);
    });
  });

  it("draws smiles through the given volatility, dearer below, free of butterflies", () => {
    for (const volatility of [0.06, 0.2, 0.65, 2]) {
      const years = 7 / 365;
      const slice = smile(volatility, { years, shape: { skew: -0.5, curvature: 0.8 } });
      const at = (deviations: number) => sviVariance(slice, deviations * volatility * Math.sqrt(years));
      expectClose(Math.sqrt(at(0).w / years), volatility, 1e-12);
      expect(at(-1).w).to.be.above(at(0).w);
      for (let z = -8; z <= 8; z += 0.25) {
        expect(durrleman(z * volatility * Math.sqrt(years), at(z)), `g at ${z} deviations`).to.be.at.least(0);
      }
    }
  });

  describe("path", () => {
    const assumptions: MarketAssumptions = {
      volatility: 0.2,
      premiumRatio: 1.1,
      shape: { skew: -0.5, curvature: 0.8 },
      feedConfidence: 0.001,
      signedSpot: { floor: 0.0002, age: 12 },
      volConfidence: 0.003,
      tolerance: 0.2,
      seed: 7,
    };

    it("finds the strikes of the deltas, out of the money on either side", async () => {
      const { days } = marketPath((await readHistory()).slice(0, 60), assumptions);
      const market = days[59]!;
      const expiry = market.now + 7 * DAY;
      for (const kind of [OptionKind.Call, OptionKind.Put]) {
        for (const delta of DELTAS) {
          const strike = strikeOf(market, { kind, expiry, delta });
          expectClose(Math.abs(priceOption(market, { kind, expiry, strike }).spotDelta), delta, 1e-9);
          if (delta < 0.45) expect(strike > market.spot).to.equal(kind === OptionKind.Call);
        }
      }
    });

    it("brings every delta's buyers each week, none of whom pays less than fair", async () => {
      const { days, weeks } = marketPath((await readHistory()).slice(0, 60), assumptions);
      expect(weeks.length).to.be.above(5);
      for (const { opens, expiry, wishes } of weeks) {
        for (const kind of [OptionKind.Call, OptionKind.Put]) {
          for (const delta of DELTAS) {
            const own = wishes[kind].filter((wish) => wish.delta === delta);
            expect(own.length).to.equal(BUYERS_A_DELTA);
            for (const { strike, limit } of own) {
              expect(limit).to.be.above(priceOption(days[opens]!, { kind, expiry, strike }).fair);
            }
          }
        }
      }
    });

    it("lets only the seed change the order of buyers", async () => {
      const closes = (await readHistory()).slice(0, 60);
      const strikes = (seed: number) =>
        marketPath(closes, { ...assumptions, seed }).weeks.map(({ wishes }) =>
          wishes[OptionKind.Put].map((wish) => wish.limit),
        );
      expect(strikes(7)).to.deep.equal(strikes(7));
      expect(strikes(8)).not.to.deep.equal(strikes(7));
      expect(strikes(8).map((week) => [...week].sort())).to.deep.equal(strikes(7).map((week) => [...week].sort()));
    });
  });
});
