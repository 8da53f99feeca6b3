import { expect } from "chai";

import { DomainError, OptionKind, type MarketState, type RiskParams } from "../../../sdk/src/index.ts";
import { VaultModel } from "../../../simulation/src/VaultModel.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const NOW = 1_800_000_000;
const WEEK = 7 * 86_400;
const EXPIRY = NOW + WEEK;

const params: RiskParams = {
  riskAversion: 8,
  capacityRent: 0.15,
  volOfVol: 1,
  spotVolCorrelation: -0.3,
  horizon: 86_400,
  notionalFee: 0.0003,
  premiumFeeCap: 0.125,
  chargeFee: 0.1,
  lockFee: 0.0003,
  stress: 1,
  confidenceFactor: 1,
};

/** A market of flat volatility. */
function marketAt({
  now = NOW,
  spot = 100,
  volatility = 0.5,
}: {
  now?: number;
  spot?: number;
  volatility?: number;
}): MarketState {
  const slice = (expiry: number) => ({
    a: (volatility ** 2 * (expiry - now)) / (365 * 86_400),
    b: 0,
    rho: 0,
    m: 0,
    sigma: 1,
  });
  return {
    now,
    spot,
    feedConfidence: 0.001,
    volConfidence: 0.005,
    rate: 0.02,
    yieldRate: 0.02,
    curveOf: (expiry) => ({ near: slice(expiry), nearWeight: 1, far: slice(expiry), farWeight: 0 }),
  };
}

const opened = (kind: OptionKind): VaultModel => {
  const vault = new VaultModel({ kind, params, deposit: 10_000, now: NOW });
  vault.open(EXPIRY);
  return vault;
};
const order = (quantity: number, strike = 100) => ({ expiry: EXPIRY, strike, quantity, limit: Infinity });

describe("replay: vault model", () => {
  it("takes the premium into collateral, not into E", () => {
    const vault = opened(OptionKind.Put);
    const outcome = vault.buy(marketAt({}), order(20));
    expect(outcome.bought).to.equal(true);
    expectClose(vault.books.capital.collateral, 10_000 + outcome.price.premium, 1e-9);
    expect(vault.books.capital.riskCapital).to.equal(10_000);
  });

  it("moves NAV on a purchase by the fee alone (P2)", () => {
    const vault = opened(OptionKind.Put);
    const { fee } = vault.buy(marketAt({}), order(20)).price;
    expectClose(vault.mark(marketAt({})).nav, 10_000 + fee, 1e-8);
  });

  it("pays a put's intrinsic value in quote, a call's in underlying", () => {
    const puts = opened(OptionKind.Put);
    puts.buy(marketAt({}), order(20));
    const { collateral } = puts.books.capital;
    expectClose(puts.settle(EXPIRY, 80), 20 * 20, 1e-9);
    expectClose(puts.books.capital.collateral, collateral - 400, 1e-9);

    const calls = opened(OptionKind.Call);
    calls.buy(marketAt({}), order(20));
    expectClose(calls.settle(EXPIRY, 125), (20 * 25) / 125, 1e-12);
  });

  it("owes nothing for what expires worthless, and forgets the expiry", () => {
    const vault = opened(OptionKind.Call);
    vault.buy(marketAt({}), order(20));
    expect(vault.settle(EXPIRY, 99)).to.equal(0);
    expect(vault.books.book).to.deep.equal([]);
    expect(() => vault.settle(EXPIRY, 99)).to.throw(DomainError, /live in the book/);
  });

  it("changes no share price by settling: the last mark has felt it (T3)", () => {
    const vault = opened(OptionKind.Put);
    vault.buy(marketAt({}), order(20));
    const end = marketAt({ now: EXPIRY, spot: 83 });
    const { nav } = vault.mark(end);
    vault.settle(EXPIRY, 83);
    expectClose(vault.mark(end).nav, nav, 1e-9);
  });

  it("lets E follow halfway a day, down as up, in steps of six hours at most", () => {
    const crashed = (): VaultModel => {
      const vault = opened(OptionKind.Put);
      vault.buy(marketAt({}), order(60));
      vault.mark(marketAt({ now: NOW + 3_600, spot: 70 }));
      return vault;
    };
    const vault = crashed();
    const { riskCapital: fallen, actual } = vault.books.capital;
    expect(actual).to.be.below(9_000);
    expectClose(fallen, actual + (10_000 - actual) * 2 ** (-1 / 24), 1e-8);

    const later = marketAt({ now: NOW + 2 * 86_400, spot: 100 });
    const alone = crashed().mark(later);
    const often = vault.mark(later, 6 * 3_600);
    const available = vault.books.capital.collateral - often.value;
    const after = (hours: number): number => available - (available - fallen) * 2 ** (-hours / 24);
    expectClose(alone.capital.riskCapital, after(6), 1e-8);
    expectClose(often.capital.riskCapital, after(47), 1e-8);
    expectClose(often.lowCapital, Math.min(often.capital.riskCapital, available), 1e-8);
  });

  it("feels a loss at once in what it charges, E or no E", () => {
    const vault = opened(OptionKind.Put);
    vault.buy(marketAt({}), order(60));
    const { lowCapital, depositCapital, capital } = vault.mark(marketAt({ now: NOW + 12, spot: 70 }));
    expect(lowCapital).to.equal(capital.actual);
    expect(depositCapital).to.equal(capital.riskCapital);
    expect(lowCapital).to.be.below(0.9 * depositCapital);
  });

  it("keeps the largest charge lately, halving each day, and none for an empty book", () => {
    const vault = opened(OptionKind.Put);
    const { chargeAfter } = vault.buy(marketAt({}), order(60)).price;
    expect(chargeAfter).to.be.above(0);
    expect(vault.books.capital.recentCharge).to.equal(chargeAfter);
    vault.mark(marketAt({ now: NOW + 86_400 }));
    expectClose(vault.books.capital.recentCharge, chargeAfter / 2, 1e-12);
    vault.settle(EXPIRY, 120);
    expect(vault.books.capital.recentCharge).to.equal(0);
  });

  it("refuses what the buyer won't pay, what exceeds 0.9 of actual capital, and says which", () => {
    const vault = opened(OptionKind.Put);
    const dear = vault.buy(marketAt({}), { ...order(20), limit: 1 });
    expect(dear.bought || dear.refusal).to.equal("limit");
    const large = vault.buy(marketAt({}), order(91));
    expect(large.bought || large.refusal).to.equal("utilisation");
    expect(vault.books.book[0]?.entries).to.deep.equal([]);
    expect(vault.books.capital.collateral).to.equal(10_000);
    expect(vault.buy(marketAt({}), order(89)).bought).to.equal(true);
  });

  it("measures the lock against actual capital, not against E that lags behind it", () => {
    const vault = opened(OptionKind.Put);
    vault.buy(marketAt({}), order(60));
    const fallen = marketAt({ now: NOW + 12, spot: 70 });
    const { actual, riskCapital } = vault.mark(fallen).capital;
    // Within nine tenths of E, beyond nine tenths of what is left.
    const strike = 70;
    const quantity = (0.9 * ((actual + riskCapital) / 2) - 6_000) / strike;
    const refused = vault.buy(fallen, order(quantity, strike));
    expect(refused.bought || refused.refusal).to.equal("utilisation");
    expect(vault.buy(fallen, order((0.89 * actual - 6_000) / strike, strike)).bought).to.equal(true);
  });

  it("adds up what is bought in one strike", () => {
    const vault = opened(OptionKind.Call);
    for (const quantity of [1, 2]) vault.buy(marketAt({}), order(quantity));
    vault.buy(marketAt({}), order(4, 110));
    expect(vault.books.book[0]?.entries).to.deep.equal([
      { strike: 100, net: 3 },
      { strike: 110, net: 4 },
    ]);
  });

  it("wants a deposit", () => {
    expect(() => new VaultModel({ kind: OptionKind.Put, params, deposit: 0, now: NOW })).to.throw(
      DomainError,
      /deposit/,
    );
  });
});
