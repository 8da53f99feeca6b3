import { expect } from "chai";
import fc from "fast-check";

import {
  breakEvens,
  DomainError,
  fromWad,
  ladder,
  maxProfitLoss,
  opposite,
  OptionKind,
  OrderError,
  payoff,
  payoffEnvelope,
  straddle,
  strangle,
  vertical,
  type StrategyLeg,
} from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const EXPIRY = 1_768_032_000;

const leg = fc.record({
  kind: fc.constantFrom(OptionKind.Call, OptionKind.Put),
  expiry: fc.constant(EXPIRY),
  strike: fc.integer({ min: 1, max: 100 }),
  quantity: fc.integer({ min: -5, max: 5 }),
});
const legs = fc.array(leg, { minLength: 1, maxLength: 6 });

/** Every quarter up to four times the highest strike: a grid that meets every kink. */
const GRID = Array.from({ length: 1_600 }, (_, index) => (index + 1) / 4);

describe("sdk: strategies", () => {
  it("test_PayoffInCollateralIsThatOfTheVaults", () => {
    const long: StrategyLeg[] = [
      { kind: OptionKind.Call, expiry: EXPIRY, strike: 1_800, quantity: 2 },
      { kind: OptionKind.Put, expiry: EXPIRY, strike: 2_100, quantity: 3 },
    ];
    // 2 calls: (2000 - 1800)/2000 underlying each; 3 puts: 100 quote each.
    expect(payoff(long, 2_000)).to.deep.equal({ quote: 300, underlying: 0.2, total: 700 });
  });

  it("test_ProfitLossAndBreakEvensMeetBruteForce", () => {
    fc.assert(
      fc.property(legs, fc.integer({ min: -50, max: 50 }), (position, quote) => {
        const profit = (price: number): number => payoff(position, price).total - quote;
        const { maxProfit, maxLoss } = maxProfitLoss(position, { quote });
        const profits = [...GRID, 1e-9].map(profit);
        const best = Math.max(...profits);
        const worst = Math.min(...profits);
        if (Number.isFinite(maxProfit)) expectClose(maxProfit, best, 1e-6);
        else expect(profit(1e6)).to.be.greaterThan(best);
        if (Number.isFinite(maxLoss)) expectClose(maxLoss, Math.max(0, -worst), 1e-6);
        else expect(profit(1e6)).to.be.lessThan(worst);

        const roots = breakEvens(position, { quote });
        for (const root of roots) if (root > 0) expectClose(profit(root), 0, 1e-9);
        // Between two grid points of opposite sign lies a root.
        for (let index = 1; index < GRID.length; index++) {
          const [low = 0, high = 0] = [GRID[index - 1], GRID[index]];
          if (profit(low) * profit(high) < 0) {
            expect(
              roots.some((root) => root >= low && root <= high),
              `${low} to ${high}`,
            ).to.equal(true);
          }
        }
      }),
    );
  });

  it("test_I1_EnvelopeIsTheWorstPayoffByBruteForce", () => {
    const entry = fc.record({ strike: fc.integer({ min: 1, max: 100 }), net: fc.integer({ min: -5, max: 5 }) });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 8 }),
        fc.constantFrom(OptionKind.Call, OptionKind.Put),
        (entries, kind) => {
          const owed = (price: number): number =>
            entries.reduce((sum, { strike, net }) => {
              const pays = kind === OptionKind.Call ? Math.max(0, price - strike) / price : Math.max(0, strike - price);
              return sum + net * pays;
            }, 0);
          const worst = Math.max(0, ...[...GRID, 1e-12, 1e12].map(owed));
          expectClose(payoffEnvelope(kind, entries), worst, 1e-8);
        },
      ),
    );
  });

  it("test_BuildersMakeTheirLegs", () => {
    const cost = { quote: 300 };
    expect(breakEvens(straddle({ expiry: EXPIRY, strike: 2_000, quantity: 1 }), cost)).to.deep.equal([1_700, 2_300]);
    const wide = strangle({ expiry: EXPIRY, putStrike: 1_800, callStrike: 2_200, quantity: 1 });
    expect(breakEvens(wide, cost)).to.deep.equal([1_500, 2_500]);
    const spread = vertical({
      kind: OptionKind.Call,
      expiry: EXPIRY,
      boughtStrike: 2_000,
      soldStrike: 2_200,
      quantity: 1,
    });
    expect(maxProfitLoss(spread, { quote: 80 })).to.deep.equal({ maxProfit: 120, maxLoss: 80 });
    const rungs = ladder({ kind: OptionKind.Put, expiries: [1, 2], strikes: [10, 20, 30], quantity: 1 });
    expect(rungs).to.have.length(6);
    // A call paid for in underlying breaks even where the payoff in underlying covers it: P·(1 - 0.05) = K.
    const [call] = straddle({ expiry: EXPIRY, strike: 1_900, quantity: 1 });
    expectClose(breakEvens(call === undefined ? [] : [call], { underlying: 0.05 })[0] ?? NaN, 2_000, 1e-9);
  });

  it("test_StrikesAndQuantitiesMayBeStringsAndBigints", () => {
    const numbers = straddle({ expiry: EXPIRY, strike: 101_500.5, quantity: 1.1 });
    const strike = 1_015_005n * 10n ** 17n;
    const mixed: StrategyLeg<bigint | string>[] = straddle({ expiry: EXPIRY, strike, quantity: "1.1" });
    expect(fromWad(strike)).to.equal(101_500.5);
    for (const price of [90_000, 101_500.5, 120_000])
      expect(payoff(mixed, price)).to.deep.equal(payoff(numbers, price));
    expect(breakEvens(mixed, { quote: 110 })).to.deep.equal(breakEvens(numbers, { quote: 110 }));
    expect(maxProfitLoss(mixed, { quote: 110 })).to.deep.equal(maxProfitLoss(numbers, { quote: 110 }));
    const kind = OptionKind.Put;
    const terms = { kind, expiry: EXPIRY, boughtStrike: "10", soldStrike: 9n * 10n ** 18n };
    expect(vertical({ ...terms, quantity: "2" }).map(({ quantity }) => quantity)).to.deep.equal(["2", "-2"]);
    expect(() => vertical({ ...terms, soldStrike: "1e1", quantity: 1 })).to.throw(OrderError, /two strikes/);
    expect(() => strangle({ expiry: EXPIRY, putStrike: "9", callStrike: "9.0", quantity: 1 })).to.throw(OrderError);
    expect(() => payoff([{ kind, expiry: EXPIRY, strike: "1,5", quantity: "1" }], 1)).to.throw(DomainError, /strike/);
  });

  it("test_TheOppositeUndoesAStrategyExactly", () => {
    const quantities = [2, -0.1, "1.1", "-1.123456789012345678", "+3", 5n, -7n];
    const strategy = quantities.map((quantity) => ({ kind: OptionKind.Call, expiry: EXPIRY, strike: 1, quantity }));
    expect(opposite(strategy).map(({ quantity }) => quantity)).to.deep.equal([
      -2,
      0.1,
      "-1.1",
      "1.123456789012345678",
      "-3",
      -5n,
      7n,
    ]);
    fc.assert(
      fc.property(legs, (position) => {
        expect(Math.abs(payoff([...position, ...opposite(position)], 50).total)).to.be.below(1e-9);
      }),
    );
  });

  it("test_RevertWhen_LegsMakeNoSense", () => {
    expect(() => strangle({ expiry: EXPIRY, putStrike: 2, callStrike: 1, quantity: 1 })).to.throw(OrderError);
    expect(() => ladder({ kind: OptionKind.Put, expiries: [], strikes: [1], quantity: 1 })).to.throw(OrderError);
    const same = { kind: OptionKind.Put, expiry: EXPIRY, boughtStrike: 1, soldStrike: 1, quantity: 1 };
    expect(() => vertical(same)).to.throw(OrderError);
  });
});
