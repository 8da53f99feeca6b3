import { expect } from "chai";
import fc from "fast-check";

import {
  assessBook,
  capacityPotential,
  capitalLow,
  curvesOf,
  DomainError,
  OptionKind,
  quoteOrder,
  quoteTrade,
  riskCharge,
  SIGNED_DEVIATIONS,
  type Book,
  type Capital,
  type MarketState,
  type RiskParams,
  type Trade,
  type VaultBooks,
} from "../../../sdk/src/index.ts";
import { trueSurface } from "@bulkhead/simulation";
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
  return { kind, book, params: terms, capital: capitalOf(collateral, {}) };
}

/** Nothing fresh, and E a little under actual capital, as after gains, where nothing else is said. */
function capitalOf(collateral: number, changes: Partial<Capital>): Capital {
  return {
    collateral,
    riskCapital: 0.9 * collateral,
    actual: 0.9 * collateral,
    fresh: 0,
    recentCharge: 0,
    doublingBase: 0.01 * collateral,
    claimShare: 0,
    updatedAt: NOW,
    ...changes,
  };
}

/** The same vault with some of its capital changed. */
function withCapital(vault: VaultBooks, changes: Partial<Capital>): VaultBooks {
  return { ...vault, capital: { ...vault.capital, ...changes } };
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
        const [doubted, { delta, gamma }] = [before.spotConfidence, option.greeks];
        expectClose(feeParts.spotDoubt, size * doubted * (Math.abs(delta) + (doubted * Math.abs(gamma)) / 2), 1e-9);
        expectClose(feeParts.volDoubt, size * market.volConfidence * option.greeks.vega, 1e-9);
        const locked = size * (kind === OptionKind.Call ? 1 : terms(index).strike);
        expectClose(feeParts.lock, Math.min(params.lockFee * locked, params.premiumFeeCap * size * option.fair), 1e-9);
      }),
    );
  });

  it("test_TheLockFeeIsAtMostItsShareOfFairValueBothWays", () => {
    const [cheap, dear] = [0.00001, 0.9].map((lockFee) => {
      const vault = vaultOf(OptionKind.Put, new Array<number>(8).fill(10), { ...params, lockFee });
      return [3, -3].map((quantity) => quoteTrade(market, { vault, trade: { ...terms(0), quantity } }));
    });
    for (const { feeParts, fair } of dear ?? []) {
      expectClose(feeParts.lock, params.premiumFeeCap * fair, 1e-12);
      expect(fair).to.be.greaterThan(0);
    }
    // Under the cap it is what it was.
    for (const { feeParts } of cheap ?? []) expectClose(feeParts.lock, 0.00001 * 3 * 1_600, 1e-12);
  });

  it("test_AYoungSignedPriceReplacesThePushFeedsConfidence", () => {
    const vault = vaultOf(OptionKind.Call, new Array<number>(8).fill(10));
    const confidence = (state: MarketState): number => assessBook(state, vault).spotConfidence;
    const push = confidence({ ...market, feedConfidence: 0 });
    const volatility = push / Math.sqrt(60 / (365 * DAY));
    expectClose(volatility, 0.8, 0.05);
    expectClose(confidence(market) - push, market.feedConfidence, 1e-12);
    const signed = (age: number): number =>
      confidence({ ...market, feedConfidence: 0.5, signedSpot: { floor: 0.0005, age } });
    expect(signed(0)).to.equal(0.0005);
    // One second is three deviations of 0.014 %.
    expect(signed(1)).to.equal(0.0005);
    expect(SIGNED_DEVIATIONS).to.equal(3);
    expectClose(signed(30), 3 * volatility * Math.sqrt(30 / (365 * DAY)), 1e-12);
    // An empty vault knows no volatility: the floor is left.
    const empty = { ...vault, book: vault.book.map((row) => ({ ...row, expiry: NOW })) };
    expect(assessBook({ ...market, signedSpot: { floor: 0.0005, age: 30 } }, empty).spotConfidence).to.equal(0.0005);
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

  it("test_AnOrderOfOneLegIsTheTrade", () => {
    fc.assert(
      fc.property(kinds, nets, series, fc.integer({ min: -9, max: 60 }), (kind, amounts, index, size) => {
        const vault = vaultOf(
          kind,
          amounts.map((amount) => amount + 10),
        );
        const trade = { ...terms(index), quantity: size || 1 };
        const order = quoteOrder(market, { vault, legs: [trade] });
        const price = quoteTrade(market, { vault, trade });
        expect(price.premium).to.equal(Math.max(0, Math.sign(trade.quantity) * order.premium));
        expect([price.fee, price.moveCharge, price.rentCharge, price.lockAfter]).to.deep.equal([
          order.fee,
          order.moveCharge,
          order.rentCharge,
          order.lockAfter,
        ]);
      }),
    );
  });

  it("test_AnOrderIsItsLegsAndOneChangeOfR", () => {
    const legs: Trade[] = [
      { ...terms(1), quantity: 30 },
      { ...terms(6), quantity: -8 },
      { ...terms(3), quantity: 12 },
    ];
    for (const kind of [OptionKind.Call, OptionKind.Put]) {
      const vault = vaultOf(kind, new Array<number>(8).fill(10), { ...params, stress: 2 });
      const order = quoteOrder(market, { vault, legs });
      const { before } = order;
      const written = legs.reduce((moved, { quantity }, i) => after(moved, [1, 6, 3][i] ?? 0, quantity), vault);
      const later = assessBook(market, written);
      const change = later.moveCharge + later.rentCharge - before.moveCharge - before.rentCharge;
      expect(change).to.be.greaterThan(0);
      expectClose(order.moveCharge + order.rentCharge, 2 * change, 1e-9 * change);
      expectClose(order.chargeFee, params.chargeFee * change, 1e-9 * change);
      expectClose(order.chargeAfter, later.moveCharge + later.rentCharge, 1e-9 * order.chargeAfter);
      expectClose(order.lockAfter, later.lock, 1e-9 * later.lock);
      expectClose(order.valueAfter, later.value, 1e-9 * later.value);
      const own = order.legs.reduce((sum, leg, i) => sum + Math.sign(legs[i]?.quantity ?? 0) * leg.amount, 0);
      expectClose(order.premium, own + 2 * change + order.chargeFee + order.clamp, 1e-9 * own);
      // Together they cost no more than one after the other: fees on R fall on the net change.
      const [alone] = legs.reduce<[number, VaultBooks]>(
        ([paid, at], trade, i) => {
          const { premium } = quoteTrade(market, { vault: at, trade });
          return [paid + Math.sign(trade.quantity) * premium, after(at, [1, 6, 3][i] ?? 0, trade.quantity)];
        },
        [0, vault],
      );
      expect(order.premium).to.be.at.most(alone + 1e-9 * alone);
    }
  });

  it("test_AnOrderCostsAtLeastItsFloorsLessItsCeilings", () => {
    // Far beyond its capital, what a vault saves in rent by taking options back is more than they can ever pay.
    const heavy = vaultOf(OptionKind.Put, new Array<number>(8).fill(60), { ...free, capacityRent: 2 });
    const vault = withCapital(heavy, { collateral: 200_000, riskCapital: 50_000, actual: 50_000 });
    const legs: Trade[] = [
      { ...terms(3), quantity: 1 },
      { ...terms(6), quantity: -60 },
    ];
    const { premium, clamp, legs: priced } = quoteOrder(sure, { vault, legs });
    expect(clamp).to.be.greaterThan(0);
    expectClose(premium, priced[0]!.least + priced[1]!.least, 1e-9);
  });

  it("test_AsksAreChargedAtTheSmallerCapitalBidsRebatedAtTheLarger", () => {
    fc.assert(
      fc.property(kinds, nets, series, (kind, amounts, index) => {
        const rested = vaultOf(
          kind,
          amounts.map((amount) => amount + 5),
          { ...params, capacityRent: 0 },
        );
        const { collateral } = rested.capital;
        // Others have left: E is still high, actual capital low.
        const left = withCapital(rested, { actual: 0.5 * collateral, fresh: -0.4 * collateral });
        const before = assessBook(market, left);
        expectClose(before.lowCapital, 0.5 * collateral, 1e-9);
        expectClose(before.depositCapital, 0.9 * collateral, 1e-9);
        const trade = { ...terms(index), quantity: 4 };
        const quote = (vault: VaultBooks, quantity: number) =>
          quoteTrade(market, { vault, trade: { ...trade, quantity } });
        const at = (capital: number): VaultBooks => withCapital(rested, { actual: capital, riskCapital: capital });
        expectClose(quote(left, 4).moveCharge, quote(at(0.5 * collateral), 4).moveCharge, 1e-9);
        expectClose(quote(left, -4).moveCharge, quote(at(0.9 * collateral), -4).moveCharge, 1e-9);
      }),
    );
  });

  it("test_ADepositChangesNoPriceOfItsBlock", () => {
    fc.assert(
      fc.property(kinds, nets, series, fc.double({ min: 0, max: 50, noNaN: true }), (kind, amounts, index, part) => {
        const vault = vaultOf(
          kind,
          amounts.map((amount) => amount + 5),
        );
        const { collateral, actual } = vault.capital;
        const flow = part * collateral;
        const flooded = withCapital(vault, { collateral: collateral + flow, actual: actual + flow, fresh: flow });
        for (const quantity of [4, -4]) {
          const trade = { ...terms(index), quantity };
          const [calm, lifted] = [vault, flooded].map((of) => quoteTrade(market, { vault: of, trade }).premium);
          expectClose(lifted!, calm!, 1e-9 * calm!);
        }
      }),
    );
  });

  it("test_AClaimMakesPurchasesDearerAndSalesNoCheaper", () => {
    const vault = vaultOf(OptionKind.Put, new Array<number>(8).fill(10));
    const claimed = withCapital(vault, { claimShare: 0.4 });
    const { claim, nav, capital } = assessBook(market, claimed);
    expectClose(claim, 0.4 * nav, 1e-9);
    const premium = (of: VaultBooks, quantity: number): number =>
      quoteTrade(market, { vault: of, trade: { ...terms(1), quantity } }).premium;
    const gone = withCapital(vault, { actual: capital.actual - claim });
    expectClose(premium(claimed, 5), premium(gone, 5), 1e-9);
    expect(premium(claimed, 5)).to.be.greaterThan(premium(vault, 5));
    expect(premium(claimed, -5)).to.equal(premium(vault, -5));
    expect(capitalLow(capital, claim)).to.be.lessThan(capitalLow(capital));
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

  it("test_RevertWhen_AnOrderHasNoLegOrTooMany", () => {
    const vault = vaultOf(OptionKind.Put, new Array<number>(8).fill(10));
    for (const count of [0, 9]) {
      const legs = new Array<Trade>(count).fill({ ...terms(0), quantity: 1 });
      expect(() => quoteOrder(market, { vault, legs })).to.throw(DomainError, /legs/);
    }
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
