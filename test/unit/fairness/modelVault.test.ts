import { expect } from "chai";

import { SINGLE_E, slowRule } from "../../../scripts/fairness/model/capitalRules.ts";
import { PUSH_FEED, SIGNED_FEED } from "../../../scripts/fairness/model/Listing.ts";
import type { ModelVault } from "../../../scripts/fairness/model/ModelVault.ts";
import { ladderOf, restedVault, type RestedVault } from "../../../scripts/fairness/model/restedVault.ts";
import { SHIPPED_TIERS, tiersWith } from "../../../scripts/fairness/model/tiers.ts";
import { assessBook, capacityPotential, OptionKind, quoteTrade, type VaultBooks } from "../../../sdk/src/index.ts";
import type { Capital, Curve } from "../../../sdk/src/index.ts";
import { capitalDep } from "../../../sdk/src/pricing/capitalDep.ts";
import { capitalLow } from "../../../sdk/src/pricing/capitalLow.ts";
import { expectClose } from "../../helpers/expectClose.ts";
import { randomFrom } from "../../helpers/randomFrom.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const KINDS = [OptionKind.Call, OptionKind.Put];
const CONSERVATIVE = SHIPPED_TIERS[0]!;

function vaultOf(kind: OptionKind, more: Partial<RestedVault> = {}): ModelVault {
  return restedVault({
    kind,
    tier: CONSERVATIVE,
    market: PUSH_FEED,
    rule: slowRule(),
    utilisation: 0.6,
    days: 28,
    strikes: ladderOf(kind, { days: 28, volatility: 0.8 }),
    ...more,
  });
}

function capitalOf(vault: ModelVault): Capital {
  const { collateral, riskCapital, actual, fresh, recentCharge, doublingBase, claimShare, updatedAt } = vault;
  return { collateral, riskCapital, actual, fresh, recentCharge, doublingBase, claimShare, updatedAt };
}

/** The same vault as the SDK's pricing takes it: flat volatility as a slice without wings. */
function asSdk(vault: ModelVault) {
  const { listing } = vault;
  const { volatility, feedConfidence, volConfidence, rate } = listing.market;
  const flat = (expiry: number): Curve => {
    const svi = {
      a: (volatility ** 2 * Math.max(0, expiry - vault.now)) / (365 * DAY),
      b: 0,
      rho: 0,
      m: 0,
      sigma: 0.1,
    };
    return { near: svi, nearWeight: 1, far: svi, farWeight: 0 };
  };
  const books: VaultBooks = {
    kind: listing.kind,
    params: listing.params,
    capital: capitalOf(vault),
    book: listing.expiries.map((expiry) => ({
      expiry,
      entries: listing.series
        .map(({ strike, expiry: of }, i) => ({ strike, net: vault.amountOf(i), of }))
        .filter(({ of }) => of === expiry),
    })),
  };
  const market = { now: vault.now, spot: vault.spot, feedConfidence, volConfidence, rate, yieldRate: 0, curveOf: flat };
  return { books, market };
}

describe("fairness: model of one vault", () => {
  for (const kind of KINDS) {
    const name = kind === OptionKind.Call ? "call" : "put";

    it(`prices as the SDK does, after a dip, a deposit, a withdrawal and a request (${name} vault, two expiries)`, () => {
      const later = [{ expiry: 49 * DAY, strike: 1.05 }];
      const vault = vaultOf(kind, { later, strike: 1.02 });
      vault.buy(5, 0.1);
      vault.wait(HOUR, 0.97);
      vault.deposit(0.4);
      vault.redeem(0.35 * vault.supply);
      vault.request(0.3);
      expect(capitalLow(vault, vault.claim)).to.be.below(capitalLow(vault));
      expect(capitalLow(vault)).to.be.below(capitalDep(vault));
      const { books, market } = asSdk(vault);
      const assessed = assessBook(market, books);
      for (const [mine, theirs] of [
        [vault.value, assessed.value],
        [vault.lock, assessed.lock],
        [vault.charge, assessed.moveCharge + assessed.rentCharge],
        [vault.nav, assessed.nav],
        [vault.band, assessed.band],
        [vault.claim, assessed.claim],
      ] as const) {
        expectClose(mine, theirs, 1e-12);
      }
      for (const [series, { expiry, strike }] of vault.listing.series.entries()) {
        const ask = quoteTrade(market, { vault: books, trade: { expiry, strike, quantity: 0.05 } });
        expectClose(vault.ask(series, 0.05, true), ask.premium, 1e-12, `ask of series ${series}`);
        if (vault.amountOf(series) < 0.05) continue;
        const bid = quoteTrade(market, { vault: books, trade: { expiry, strike, quantity: -0.05 } });
        expectClose(vault.bid(series, 0.05), bid.premium, 1e-12, `bid of series ${series}`);
      }
    });

    it(`moves E by time alone (${name} vault)`, () => {
      const vault = vaultOf(kind);
      const { riskCapital } = vault;
      vault.buy(2, 0.05);
      vault.sell(0, 0.1);
      const shares = vault.deposit(3);
      vault.withdraw(0.05);
      vault.redeem(shares / 2);
      vault.request(0.1);
      vault.fill();
      vault.exit(0.1);
      expect(vault.riskCapital).to.equal(riskCapital);
      expectClose(vault.fresh, 3 + (vault.actual - riskCapital - 3), 1e-12);
      vault.wait(DAY);
      expect(vault.riskCapital).to.be.above(riskCapital);
    });

    it(`charges buyers at E_low and rebates sellers at E_dep, each part by itself (${name} vault)`, () => {
      const [free] = tiersWith([CONSERVATIVE], { chargeFee: 0, notionalFee: 0, lockFee: 0 });
      const market = { ...SIGNED_FEED, signedConfidence: 0, volConfidence: 0 };
      const vault = vaultOf(kind, { tier: free!, market, strikes: [] });
      vault.redeem(0.2 * vault.supply);
      const [low, high] = [capitalLow(vault), capitalDep(vault)];
      expect(low).to.be.below(0.9 * high);
      const fair = 0.01 * vault.fairOf(0);
      const bought = vault.copy();
      const charged = bought.buy(0, 0.01, true) - fair;
      expectClose(charged, bought.chargeAt(low) - vault.chargeAt(low), 1e-12);
      const sold = vault.copy();
      const rebated = sold.sell(0, 0.01) - fair;
      expectClose(rebated, vault.chargeAt(high) - sold.chargeAt(high), 1e-12);
      expect(rebated).to.be.below(charged);
    });

    it(`never lets NAV a share fall on a trade, a deposit or a withdrawal (${name} vault)`, () => {
      const vault = vaultOf(kind);
      vault.wait(600, kind === OptionKind.Put ? 0.8 : 1.2);
      vault.wait(600, 1);
      const calls: ((v: ModelVault) => number)[] = [
        (v) => v.buy(2, 0.05),
        (v) => v.sell(0, 0.2),
        (v) => v.deposit(0.7),
        (v) => v.redeem(0.1),
        (v) => v.withdraw(0.1),
      ];
      for (const call of calls) {
        const before = vault.nav / vault.supply;
        expect(call(vault)).to.be.above(0);
        expect(vault.nav / vault.supply).to.be.at.least(before - 1e-12);
      }
    });

    it(`pays for assets what it would pay for the shares, and the leaver bears the rise of R (${name} vault)`, () => {
      const vault = vaultOf(kind);
      const shares = 0.2 * vault.supply;
      const gross = (shares * (vault.nav - vault.band)) / vault.supply;
      const paid = vault.previewRedeem(shares);
      expectClose(gross - paid, vault.chargeAt(capitalLow(vault, gross)) - vault.charge, 1e-12);
      // The rise by what is paid out is a little less than that by the gross amount.
      const burned = vault.sharesFor(paid);
      expect(burned).to.be.within(shares * 0.99, shares);
    });

    it(`gives the queue the rent of the least lock since its epoch closed (${name} vault)`, () => {
      const vault = vaultOf(kind, { utilisation: 0.2 });
      const shares = 0.3 * vault.supply;
      vault.request(shares);
      const before = vault.previewFill();
      vault.buy(2, 0.25);
      const [filled, redeemed] = [vault.previewFill(), vault.copy().previewRedeem(shares)];
      expect(filled).to.be.above(before * 0.995);
      // As redeeming it would have paid without its claim in the way.
      const pumped = vaultOf(kind, { utilisation: 0.2 });
      pumped.buy(2, 0.25);
      expect(pumped.previewRedeem(shares)).to.be.below(filled);
      expect(redeemed).to.satisfy((value: number) => Number.isNaN(value) || value < filled);
    });
  }

  it("S3: NAV a share never falls on a call, bids stay below asks, E_low below E_dep, whatever happened before", () => {
    const random = randomFrom("NAV a share");
    let checked = 0;
    for (let round = 0; round < 300; round++) {
      const kind = random.pick(KINDS);
      const days = random.pick([7, 14, 28, 63]);
      const vault = vaultOf(kind, {
        tier: random.pick(SHIPPED_TIERS),
        days,
        utilisation: random.pick([0.05, 0.3, 0.6, 0.8, 0.88]),
        strikes: ladderOf(kind, { days, volatility: 0.8 }),
      });
      for (let step = 0; step < 12; step++) {
        if (random.below(5) < 2) {
          const fall = random.pick([1, 1, 0.95, 0.8, 0.5, 0.2, 1.2]);
          vault.wait(random.pick([12, 600, HOUR, 6 * HOUR]), kind === OptionKind.Put ? fall : 1 / fall);
        }
        if (vault.nav < 0.3 * vault.collateral) continue;
        expect(capitalLow(vault)).to.be.at.most(capitalDep(vault));
        const series = random.below(4);
        const size = 0.001 + random.below(1_000) / 2_000;
        const held = Math.min(size, vault.amountOf(series));
        const bid = held > 0 ? vault.bid(series, held) / held : NaN;
        if (!Number.isNaN(bid)) expect(bid).to.be.below(vault.ask(series, size, true) / size);
        const before = vault.nav / vault.supply;
        const call = random.pick([
          () => vault.buy(series, size),
          () => vault.sell(series, held),
          () => vault.deposit(20 * size),
          () => vault.redeem(size * vault.supply),
          () => vault.withdraw(size * vault.collateral),
        ]);
        if (!(call() > 0)) continue;
        checked++;
        expect(vault.nav / vault.supply, call.toString()).to.be.at.least(before * (1 - 1e-9));
      }
    }
    expect(checked).to.be.above(500);
  });

  it("makes a buyer's capital smaller by the queue's claim", () => {
    const vault = vaultOf(OptionKind.Put, { utilisation: 0.2 });
    const ask = vault.ask(2, 0.05);
    vault.request(0.5 * vault.supply);
    expect(vault.ask(2, 0.05)).to.be.above(ask);
    expect(vault.rule.room(vault)).to.be.below(0.6);
  });

  it("refuses by its limits, and changes nothing", () => {
    const vault = vaultOf(OptionKind.Call, { utilisation: 0.85 });
    const before = JSON.stringify(vault);
    expect(vault.buy(2, 0.2)).to.be.NaN;
    expect(vault.sell(2, 0.1)).to.be.NaN;
    expect(vault.redeem(0.3 * vault.supply)).to.be.NaN;
    expect(vault.withdraw(0.3)).to.be.NaN;
    expect(JSON.stringify(vault)).to.equal(before);
    // Far out of the money: outside the bounds on delta.
    const far = vaultOf(OptionKind.Put, { strikes: [0.3], utilisation: 0.2 });
    expect(far.ask(1, 0.01)).to.be.NaN;
    expect(far.ask(1, 0.01, true)).to.be.above(0);
  });

  it("caps the lock fee at the premium's own cap", () => {
    const [free] = tiersWith([CONSERVATIVE], { lockFee: 0 });
    for (const [strike, days, isCapped] of [
      [1.4, 7, true],
      [1, 28, false],
    ] as const) {
      const of = (tier: typeof CONSERVATIVE): ModelVault =>
        vaultOf(OptionKind.Call, { strikes: [strike], days, utilisation: 0, tier });
      const vault = of(CONSERVATIVE);
      const fee = vault.ask(1, 0.1, true) - of(free!).ask(1, 0.1, true);
      const [uncapped, cap] = [0.0003 * 0.1, 0.125 * 0.1 * vault.fairOf(1)];
      expect(cap < uncapped).to.equal(isCapped);
      expectClose(fee, Math.min(cap, uncapped), 1e-12);
    }
  });

  it("keeps the largest R for the exit, fading by half a day, and none for an empty book", () => {
    const vault = vaultOf(OptionKind.Put, { utilisation: 0.2 });
    vault.buy(2, 0.3);
    const largest = vault.recentCharge;
    expectClose(largest, vault.charge, 1e-12);
    vault.sell(2, 0.3);
    expect(vault.recentCharge).to.equal(largest);
    vault.wait(DAY);
    vault.note();
    expectClose(vault.recentCharge, largest / 2, largest * 0.01);
    vault.sell(0, vault.amountOf(0));
    expect([vault.isEmpty, vault.recentCharge]).to.deep.equal([true, 0]);
    expectClose(vault.exitValue(vault.supply), vault.collateral, 1e-12);
  });

  it("rests a reserve vault once its book has been empty for a day, and only such a one", () => {
    for (const reserve of [true, false]) {
      const vault = vaultOf(OptionKind.Put, { rule: slowRule({ reserve }) });
      vault.riskCapital = 0.5;
      vault.sell(0, vault.amountOf(0));
      vault.wait(DAY);
      expect(vault.riskCapital === vault.actual).to.equal(reserve);
      vault.deposit(2);
      expect(vault.riskCapital > 2).to.equal(reserve);
    }
  });

  it("never sells shares under what is unlocked", () => {
    const vault = vaultOf(OptionKind.Put, { utilisation: 0.2 });
    vault.wait(HOUR, 0.2);
    expect(vault.depositPrice).to.be.at.least(vault.collateral - vault.lock);
  });

  it("knows the rule of a single E for comparison: flows move E at once, losses too, gains by half a day", () => {
    const vault = vaultOf(OptionKind.Put, { rule: SINGLE_E });
    const before = vault.riskCapital;
    vault.deposit(1);
    expectClose(vault.riskCapital, before + 1, 1e-12);
    vault.wait(12, 0.6);
    expectClose(vault.riskCapital, vault.collateral - vault.value, 1e-12);
    const fallen = vault.riskCapital;
    vault.wait(6 * HOUR, 1);
    const actual = vault.collateral - vault.value;
    expectClose(vault.riskCapital, actual - (actual - fallen) * 2 ** -0.25, 1e-12);
  });

  it("pays for a spread, in two orders as in one, at most its largest payoff while spot moves by 5 %, and little more in a fall", () => {
    // Sold at the higher strike and bought at the lower one, over the discounted difference of the strikes.
    const overOf = (spot: number): number => {
      const vault = vaultOf(OptionKind.Put, { utilisation: 0.88, days: 63, strike: 1.5, strikes: [0.75] });
      vault.wait(12, spot);
      const quantity = 0.999 * vault.amountOf(0);
      const credit = vault.sell(0, quantity) - vault.buy(1, quantity, true);
      return credit / (quantity * 0.75 * Math.exp((-0.04 * 63) / 365)) - 1;
    };
    expect(overOf(0.95)).to.be.below(0);
    expect(overOf(0.5)).to.be.within(0.01, 0.04);
  });

  it("takes φ from the SDK: one expiry's rent is β·E·φ(lock/E)·τ", () => {
    const [tier] = tiersWith([CONSERVATIVE], { riskAversion: 0 });
    const vault = vaultOf(OptionKind.Put, { tier: tier! });
    const rent = 0.15 * vault.riskCapital * capacityPotential(vault.lock / vault.riskCapital) * (28 / 365);
    expectClose(vault.charge, rent, 1e-12);
  });
});
