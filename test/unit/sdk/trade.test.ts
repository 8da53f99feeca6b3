import { expect } from "chai";
import fc from "fast-check";

import {
  assessBook,
  capacityPotential,
  curvesOf,
  DomainError,
  OptionKind,
  quoteTrade,
  riskCharge,
  stepRiskCapital,
  trueSurface,
  type Book,
  type MarketState,
  type RiskParams,
  type VaultBooks,
} from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const NOW = 1_767_340_800;
const DAY = 86_400;
const EXPIRIES = [7, 28].map((days) => NOW + days * DAY);
const STRIKES = [1_600, 1_800, 2_000, 2_200];

const surface = trueSurface({ time: NOW, spot: 2_000, variance: 0.8 ** 2 }, { expiries: EXPIRIES });
const market: MarketState = {
  now: NOW,
  spot: 2_000,
  feedConfidence: 0.001,
  volConfidence: 0.01,
  rate: 0.03,
  yieldRate: 0.01,
  curveOf: curvesOf(surface, NOW),
};
const params: RiskParams = {
  riskAversion: 6,
  capacityRent: 0.1,
  volOfVol: 0.8,
  spotVolCorrelation: -0.3,
  horizon: DAY,
  notionalFee: 0.0003,
  premiumFeeCap: 0.125,
  chargeFee: 0.1,
  lockFee: 0.0002,
  stress: 1,
  confidenceFactor: 1,
};
const free: RiskParams = { ...params, notionalFee: 0, premiumFeeCap: 0, chargeFee: 0, lockFee: 0 };
const sure: MarketState = { ...market, feedConfidence: 0, volConfidence: 0 };

const kinds = fc.constantFrom(OptionKind.Call, OptionKind.Put);
const nets = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 8 });
const series = fc.integer({ min: 0, max: 7 });

function vaultOf(kind: OptionKind, amounts: readonly number[], terms: RiskParams = params): VaultBooks {
  const book: Book = EXPIRIES.map((expiry, row) => ({
    expiry,
    entries: STRIKES.map((strike, column) => ({ strike, net: amounts[row * 4 + column] ?? 0 })),
  }));
  const collateral = kind === OptionKind.Call ? 1_000 : 2_000_000;
  return { kind, book, params: terms, capital: { collateral, riskCapital: 0.9 * collateral, updatedAt: NOW } };
}

const terms = (index: number) => ({ expiry: EXPIRIES[index >> 2] ?? 0, strike: STRIKES[index & 3] ?? 0 });

/** The vault after trades, its risk capital unmoved. */
function after(vault: VaultBooks, index: number, quantity: number): VaultBooks {
  const book = vault.book.map((row, place) =>
    place !== index >> 2
      ? row
      : {
          ...row,
          entries: row.entries.map((entry, column) =>
            column === (index & 3) ? { ...entry, net: entry.net + quantity } : entry,
          ),
        },
  );
  return { ...vault, book };
}

describe("sdk: risk charge and trades", () => {
  it("test_CapacityPotentialIsSmoothAndConvex", () => {
    for (let u = 0.01; u < 1.5; u += 0.01) {
      const [low, middle, high] = [u - 0.01, u, u + 0.01].map(capacityPotential) as [number, number, number];
      expect(high - 2 * middle + low, `u = ${u}`).to.be.at.least(-1e-12);
      const slope = (capacityPotential(u + 1e-6) - capacityPotential(u - 1e-6)) / 2e-6;
      expectClose(slope, Math.min(9, u / (1 - Math.min(u, 0.99))), 1e-4 * 9);
    }
  });

  it("test_RiskCapitalFallsAtOnceAndGrowsByHalfLives", () => {
    const capital = { collateral: 100, riskCapital: 50, updatedAt: NOW };
    expect(stepRiskCapital(capital, { value: 60, now: NOW + 12 })).to.equal(40);
    expectClose(stepRiskCapital(capital, { value: 0, now: NOW + 6 * 3_600 }), 100 - 50 * 2 ** -0.25, 1e-12);
    expectClose(stepRiskCapital(capital, { value: 0, now: NOW + 365 * DAY }), 100 - 50 * 2 ** -0.25, 1e-12);
    expect(stepRiskCapital(capital, { value: 1_000, now: NOW + 12 })).to.equal(12.5);
    expect(stepRiskCapital(capital, { value: 60, now: NOW })).to.equal(50);
  });

  it("test_P3_AnySlicingCostsTheSameWithoutFees", () => {
    fc.assert(
      fc.property(kinds, nets, series, fc.integer({ min: 2, max: 60 }), (kind, amounts, index, size) => {
        const vault = vaultOf(kind, amounts, free);
        const whole = quoteTrade(sure, { vault, trade: { ...terms(index), quantity: size } });
        const first = Math.floor(size / 2);
        const one = quoteTrade(sure, { vault, trade: { ...terms(index), quantity: first } });
        const rest = { ...terms(index), quantity: size - first };
        const two = quoteTrade(sure, { vault: after(vault, index, first), trade: rest });
        // The feed's minute of volatility stays a fee; without it the potential alone is left.
        const net = (price: typeof whole): number => price.premium - price.fee - price.clamp;
        expectClose(net(one) + net(two), net(whole), 1e-9 * Math.max(1, net(whole)));
      }),
    );
  });

  it("test_P4_ARoundTripLosesTheFees", () => {
    fc.assert(
      fc.property(kinds, nets, series, fc.integer({ min: 1, max: 60 }), (kind, amounts, index, size) => {
        const vault = vaultOf(kind, amounts);
        const bought = quoteTrade(market, { vault, trade: { ...terms(index), quantity: size } });
        const trade = { ...terms(index), quantity: -size };
        const sold = quoteTrade(market, { vault: after(vault, index, size), trade });
        expect(sold.premium).to.be.at.most(bought.premium - bought.fee - sold.fee + 1e-9 * bought.premium);
      }),
    );
  });

  it("test_P4_BidNeverAboveAsk", () => {
    fc.assert(
      fc.property(kinds, nets, series, (kind, amounts, index) => {
        const vault = vaultOf(
          kind,
          amounts.map((amount) => amount + 1),
        );
        const ask = quoteTrade(market, { vault, trade: { ...terms(index), quantity: 1 } });
        const bid = quoteTrade(market, { vault, trade: { ...terms(index), quantity: -1 } });
        expect(bid.premium).to.be.at.most(ask.premium);
      }),
    );
  });

  it("test_S3_ATradeMovesNavByItsFeeAlone", () => {
    fc.assert(
      fc.property(kinds, nets, series, fc.integer({ min: 1, max: 60 }), (kind, amounts, index, size) => {
        const vault = vaultOf(kind, amounts);
        const price = quoteTrade(market, { vault, trade: { ...terms(index), quantity: size } });
        const later = after(vault, index, size);
        const capital = { ...vault.capital, collateral: vault.capital.collateral + price.premium };
        const change = assessBook(market, { ...later, capital }).nav - price.before.nav;
        expectClose(change, price.fee + price.clamp, 1e-8 * vault.capital.collateral * 1e-3 + 1e-9);
      }),
    );
  });

  it("test_TheFeeIsTheSumOfItsParts", () => {
    fc.assert(
      fc.property(kinds, nets, series, fc.integer({ min: 1, max: 60 }), (kind, amounts, index, size) => {
        const { fee, feeParts, option, before } = quoteTrade(market, {
          vault: vaultOf(kind, amounts),
          trade: { ...terms(index), quantity: size },
        });
        const parts = Object.values(feeParts) as number[];
        expectClose(
          parts.reduce((sum, part) => sum + part, 0),
          fee,
          1e-12 * fee,
        );
        expectClose(feeParts.spotDoubt, size * before.spotConfidence * Math.abs(option.greeks.delta), 1e-9);
        expectClose(feeParts.volDoubt, size * market.volConfidence * option.greeks.vega, 1e-9);
        expectClose(feeParts.lock, params.lockFee * size * (kind === OptionKind.Call ? 1 : terms(index).strike), 1e-9);
      }),
    );
  });

  it("test_ACappedLockFeeIsAtMostItsShareOfFairValueBothWays", () => {
    const capped = { ...params, lockFeeCapped: true };
    const [cheap, dear] = [0.00001, 0.9].map((lockFee) => {
      const vault = vaultOf(OptionKind.Put, new Array<number>(8).fill(10), { ...capped, lockFee });
      return [3, -3].map((quantity) => quoteTrade(market, { vault, trade: { ...terms(0), quantity } }));
    });
    for (const { feeParts, fair } of dear ?? []) {
      expectClose(feeParts.lock, params.premiumFeeCap * fair, 1e-12);
      expect(fair).to.be.greaterThan(0);
    }
    // Under the cap it is what it was.
    for (const { feeParts } of cheap ?? []) expectClose(feeParts.lock, 0.00001 * 3 * 1_600, 1e-12);
    // Without the flag there is no cap.
    const free = vaultOf(OptionKind.Put, new Array<number>(8).fill(10), { ...params, lockFee: 0.9 });
    const { feeParts } = quoteTrade(market, { vault: free, trade: { ...terms(0), quantity: 3 } });
    expectClose(feeParts.lock, 0.9 * 3 * 1_600, 1e-9);
  });

  it("test_AYoungSignedPriceReplacesThePushFeedsConfidence", () => {
    const vault = vaultOf(OptionKind.Call, new Array<number>(8).fill(10));
    const confidence = (state: MarketState): number => assessBook(state, vault).spotConfidence;
    const push = confidence({ ...market, feedConfidence: 0 });
    const volatility = push / Math.sqrt(60 / (365 * DAY));
    expectClose(volatility, 0.8, 0.05);
    expectClose(confidence(market) - push, market.feedConfidence, 1e-12);
    const signed = (age: number): number =>
      confidence({ ...market, feedConfidence: 0.5, signedSpot: { floor: 0.0005, deviations: 2, age } });
    expect(signed(0)).to.equal(0.0005);
    expect(signed(1)).to.equal(0.0005);
    expectClose(signed(30), 2 * volatility * Math.sqrt(30 / (365 * DAY)), 1e-12);
    // An empty vault knows no volatility: the floor is left.
    const empty = { ...vault, book: vault.book.map((row) => ({ ...row, expiry: NOW })) };
    expect(
      assessBook({ ...market, signedSpot: { floor: 0.0005, deviations: 2, age: 30 } }, empty).spotConfidence,
    ).to.equal(0.0005);
  });

  it("test_StressScalesAsksAlone", () => {
    const calm = vaultOf(OptionKind.Put, new Array<number>(8).fill(10));
    const tense = { ...calm, params: { ...params, stress: 2 } };
    const trade = { ...terms(1), quantity: 5 };
    const ask = (vault: VaultBooks) => quoteTrade(market, { vault, trade });
    expectClose(ask(tense).moveCharge, 2 * ask(calm).moveCharge, 1e-9);
    const bid = (vault: VaultBooks) => quoteTrade(market, { vault, trade: { ...trade, quantity: -5 } });
    expect(bid(tense).premium).to.equal(bid(calm).premium);
    expect(assessBook(market, tense).nav).to.equal(assessBook(market, calm).nav);
    // A sale that adds risk, to a book that is long already, bears no stress either.
    const long = vaultOf(OptionKind.Put, new Array<number>(8).fill(-10));
    const added = bid(long).moveCharge;
    expect(added).to.be.greaterThan(0);
    expect(bid({ ...long, params: tense.params }).moveCharge).to.equal(added);
  });

  it("test_P5_ClampsFavourTheVault", () => {
    const vault = vaultOf(OptionKind.Call, new Array<number>(8).fill(10));
    const trade = { ...terms(0), quantity: 1 };
    const wild = quoteTrade({ ...market, realisedVolatility: 3 }, { vault, trade });
    expect(wild.clamp).to.be.greaterThan(0);
    const calm = quoteTrade({ ...market, realisedVolatility: 0.1 }, { vault, trade });
    expect(calm.clamp).to.equal(0);
    const bid = { ...terms(0), quantity: -1 };
    const fresh = quoteTrade(market, { vault, trade: bid });
    const stale = quoteTrade({ ...market, volConfidence: 0.2, surfaceStale: true }, { vault, trade: bid });
    expect(stale.premium).to.be.lessThan(fresh.premium);
    expect(stale.clamp).to.be.greaterThan(0);
  });

  it("test_RiskChargeIsJointlyConvexInBookAndCapital", () => {
    const sums = fc.record({
      spotMove: fc.double({ min: -100, max: 100, noNaN: true }),
      volMove: fc.double({ min: -100, max: 100, noNaN: true }),
      gammaMove: fc.double({ min: -100, max: 100, noNaN: true }),
      locked: fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 1, maxLength: 1 }),
      interval: fc.constant([30 * DAY]),
    });
    const capital = fc.double({ min: 10, max: 1_000, noNaN: true });
    const total = (of: Parameters<typeof riskCharge>[0], riskCapital: number): number => {
      const { moveCharge, rentCharge } = riskCharge(of, { params, riskCapital });
      return moveCharge + rentCharge;
    };
    fc.assert(
      fc.property(sums, sums, capital, capital, (a, b, x, y) => {
        const mean = (p: number, q: number): number => (p + q) / 2;
        const middle = {
          spotMove: mean(a.spotMove, b.spotMove),
          volMove: mean(a.volMove, b.volMove),
          gammaMove: mean(a.gammaMove, b.gammaMove),
          locked: [mean(a.locked[0] ?? 0, b.locked[0] ?? 0)],
          interval: a.interval,
        };
        const ends = mean(total(a, x), total(b, y));
        expect(total(middle, mean(x, y))).to.be.at.most(ends * (1 + 1e-12) + 1e-9);
      }),
    );
  });

  it("test_RevertWhen_TheTradeIsNoTrade", () => {
    const vault = vaultOf(OptionKind.Put, []);
    const quote = (change: object) => () =>
      quoteTrade(market, { vault, trade: { ...terms(0), quantity: 1, ...change } });
    expect(quote({ quantity: 0 })).to.throw(DomainError, /quantity/);
    expect(quote({ quantity: NaN })).to.throw(DomainError, /quantity/);
    expect(quote({ expiry: NOW + DAY })).to.throw(DomainError, /live in the book/);
    expect(quote({ strike: -1 })).to.throw(DomainError, /strike/);
  });
});
