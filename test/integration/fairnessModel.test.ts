import { expect } from "chai";
import { MaxUint256, parseEther } from "ethers";

import { fromWad, OptionKind, parseSeriesId } from "../../sdk/src/index.ts";
import { PUSH_FEED, Listing } from "../../scripts/fairness/model/Listing.ts";
import { ModelVault } from "../../scripts/fairness/model/ModelVault.ts";
import { slowRule } from "../../scripts/fairness/model/capitalRules.ts";
import { SHIPPED_TIERS } from "../../scripts/fairness/model/tiers.ts";
import { toAnswer } from "@bulkhead/simulation";
import { RedeemQueue__factory, type RedeemQueue } from "../../typechain-types/index.ts";
import { liveMarket, type LiveMarket, type LiveVault } from "../fixtures/liveMarket.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Of a figure, or of the vault: token units, and the slice's own last digits. */
const TOLERANCE = 1e-6;
const START_SPOT = 100_000;
/** Strikes that are looked for, of the second expiry. */
const STRIKES = [95_000, 100_000, 106_000];
const SHARE_DECIMALS_OFFSET = 6;

/** One vault of the chain and one of the model, which begins with its first deposit. */
interface Pair {
  readonly name: string;
  readonly vault: LiveVault;
  readonly model: ModelVault;
  readonly queue: RedeemQueue;
  readonly ids: readonly bigint[];
  /** Token units of the first deposit, share units of its shares, and options that are one of the model's. */
  readonly stake: number;
  readonly shareUnits: number;
  readonly options: number;
  readonly startedAt: number;
}

/** A market of flat volatility, as the model has it: a trace of curvature is what the surface asks for. */
function flat(volatility: number, years: number) {
  const b = 1e-9 * years;
  return { a: volatility ** 2 * years - b * 0.3, b, rho: 0, m: 0, sigma: 0.3 };
}

describe("fairness: the model against the contracts on one history, shares and queue included", function () {
  this.timeout(300_000);

  let market: LiveMarket;
  let pairs: Pair[];
  let spot = START_SPOT;

  before(async () => {
    market = await liveMarket("WBTC/USDC", { smileOf: flat, volatility: PUSH_FEED.volatility });
    const { provider, other, trader } = market.signers;
    pairs = [];
    for (const vault of market.vaults) {
      const queue = RedeemQueue__factory.connect(await vault.contract.queue(), provider);
      await vault.contract.connect(provider).approve(await queue.getAddress(), MaxUint256);
      for (const who of [other, trader]) await vault.token.connect(who).approve(vault.address, MaxUint256);
      const { collateral, updatedAt } = await vault.contract.capital();
      const isPut = vault.kind === "put";
      const stake = fromWad(collateral) * 10 ** vault.decimals;
      const expiry = market.expiries[1];
      const ids = await Promise.all(STRIKES.map((price) => market.seriesNear(vault, { expiry, price })));
      const series = ids.map((id) => ({
        expiry: expiry - Number(updatedAt),
        strike: fromWad(parseSeriesId(id).strike) / START_SPOT,
      }));
      const tier = SHIPPED_TIERS.find(({ name }) => name === vault.tier)!;
      const kind = isPut ? OptionKind.Put : OptionKind.Call;
      pairs.push({
        name: `${vault.tier} ${vault.kind}`,
        vault,
        queue,
        ids,
        stake,
        shareUnits: stake * 10 ** SHARE_DECIMALS_OFFSET,
        options: isPut ? fromWad(collateral) / START_SPOT : fromWad(collateral),
        startedAt: Number(updatedAt),
        model: new ModelVault(new Listing({ kind, params: tier.params, market: PUSH_FEED }, series), {
          rule: slowRule(),
        }),
      });
    }
  });

  /** A fresh price and report, and then each vault's turn, a second apart: the model waits until the very second. */
  async function each(after: number, price: number, act: (pair: Pair) => Promise<void>): Promise<void> {
    const { time } = market.connection.networkHelpers;
    await time.increase(after);
    spot = price;
    await market.underlyingAggregator.push(toAnswer(spot));
    await market.quoteAggregator.push(toAnswer(1));
    await market.report();
    for (const pair of pairs) {
      const now = (await time.latest()) + 2;
      await time.setNextBlockTimestamp(now);
      pair.model.wait(now - pair.startedAt - pair.model.now, spot / START_SPOT);
      await act(pair);
      await agree(pair);
    }
  }

  const close = (model: number, chain: number, what: string): void => {
    const allowed = TOLERANCE * Math.max(Math.abs(chain), 1e-3);
    expect(Math.abs(model - chain), `${what}: model ${model}, chain ${chain}`).to.be.at.most(allowed);
  };

  /** E, a, p, Rb and the lock as they are stored, in vaults. */
  async function agree({ name, vault, model, stake }: Pair): Promise<void> {
    const whole = stake / 10 ** vault.decimals;
    const chain = await vault.contract.capital();
    close(model.collateral, fromWad(chain.collateral) / whole, `${name}: C`);
    close(model.riskCapital, fromWad(chain.riskCapital) / whole, `${name}: E`);
    close(model.actual, fromWad(chain.actual) / whole, `${name}: a`);
    close(model.fresh, fromWad(chain.fresh) / whole, `${name}: p`);
    close(model.recentCharge, fromWad(chain.recentCharge) / whole, `${name}: Rb`);
    close(model.lock, fromWad((await vault.contract.accounts()).lock) / whole, `${name}: lock`);
  }

  /** What moved between an account and a vault, in vaults; positive to the account. */
  async function moved({ vault, stake }: Pair, who: string, send: () => Promise<unknown>): Promise<number> {
    const before = await vault.token.balanceOf(who);
    await send();
    return Number((await vault.token.balanceOf(who)) - before) / stake;
  }

  async function buys(pair: Pair, series: number, part: number): Promise<void> {
    const { trader } = market.signers;
    const quantity = Math.round((part * pair.options) / pair.model.lockOf(series) / 0.001) * 0.001;
    const wad = parseEther(quantity.toFixed(3));
    const paid = await moved(pair, trader.address, () =>
      pair.vault.contract.buy(pair.ids[series]!, wad, MaxUint256, trader.address, MaxUint256),
    );
    close(pair.model.buy(series, quantity / pair.options), -paid, `${pair.name}: premium`);
  }

  it("bought and sold, before and after a fall", async () => {
    await each(HOUR, START_SPOT, (pair) => buys(pair, 1, 0.4));
    await each(2 * HOUR, 0.96 * START_SPOT, (pair) => buys(pair, pair.vault.kind === "put" ? 0 : 2, 0.2));
    await each(HOUR, 0.98 * START_SPOT, async (pair) => {
      const { trader } = market.signers;
      const held = await pair.vault.options.balanceOf(trader.address, pair.ids[1]!);
      const lots = (held / 2n / parseEther("0.001")) * parseEther("0.001");
      const got = await moved(pair, trader.address, () =>
        pair.vault.contract.sell(pair.ids[1]!, lots, 0n, trader.address, trader.address, MaxUint256),
      );
      close(pair.model.sell(1, fromWad(lots) / pair.options), got, `${pair.name}: payout`);
    });
  });

  it("deposits, redemptions and withdrawals", async () => {
    const { provider, other } = market.signers;
    await each(HOUR, 0.97 * START_SPOT, async (pair) => {
      const before = await pair.vault.contract.balanceOf(other.address);
      await vaultOf(pair, other)["deposit(uint256,address)"](BigInt(Math.round(0.6 * pair.stake)), other.address);
      const minted = Number((await pair.vault.contract.balanceOf(other.address)) - before) / pair.shareUnits;
      close(pair.model.deposit(0.6), minted, `${pair.name}: shares minted`);
    });
    await each(3 * HOUR, 1.01 * START_SPOT, async (pair) => {
      const shares = (await pair.vault.contract.balanceOf(provider.address)) / 10n;
      const got = await moved(pair, provider.address, () =>
        vaultOf(pair, provider)["redeem(uint256,address,address)"](shares, provider.address, provider.address),
      );
      close(pair.model.redeem(Number(shares) / pair.shareUnits), got, `${pair.name}: redeemed`);
    });
    await each(HOUR, START_SPOT, async (pair) => {
      const assets = BigInt(Math.round(0.2 * pair.stake));
      const before = await pair.vault.contract.balanceOf(other.address);
      await vaultOf(pair, other)["withdraw(uint256,address,address)"](assets, other.address, other.address);
      const burned = Number(before - (await pair.vault.contract.balanceOf(other.address))) / pair.shareUnits;
      close(pair.model.withdraw(0.2), burned, `${pair.name}: shares burned`);
    });
  });

  it("the queue: a claim, a purchase while it waits, and its fill", async () => {
    const { provider } = market.signers;
    const asked = new Map<Pair, number>();
    for (const pair of pairs) {
      const shares = (await pair.vault.contract.balanceOf(provider.address)) / 4n;
      asked.set(pair, Number(shares) / pair.shareUnits);
      await pair.queue["requestRedeem(uint256,address,address)"](shares, provider.address, provider.address);
    }
    // Keepers mark the vaults until the batch has closed.
    const { time } = market.connection.networkHelpers;
    while (Math.floor((await time.latest()) / DAY) === Math.floor(pairs[0]!.startedAt / DAY)) {
      await each(HOUR, START_SPOT, poke);
    }
    for (const pair of pairs) pair.model.request(asked.get(pair)!);
    await each(HOUR, 0.99 * START_SPOT, (pair) => buys(pair, 2, 0.05));
    await each(HOUR, 0.98 * START_SPOT, async (pair) => {
      const epoch = (await pair.queue.currentEpoch()) - 1n;
      await pair.queue.fill(epoch);
      const { assets } = await pair.queue.batchOf(epoch);
      close(pair.model.fill(), Number(assets) / pair.stake, `${pair.name}: filled`);
    });
  });

  it("the guaranteed exit", async () => {
    const { provider } = market.signers;
    await each(HOUR, 0.99 * START_SPOT, poke);
    for (const pair of pairs) {
      const shares = (await pair.vault.contract.balanceOf(provider.address)) / 3n;
      const got = await moved(pair, provider.address, () =>
        vaultOf(pair, provider)["guaranteedExit(uint256,address,address,uint256,uint256)"](
          shares,
          provider.address,
          provider.address,
          1n,
          MaxUint256,
        ),
      );
      // It takes no step.
      const { model } = pair;
      const paid = model.exitValue(Number(shares) / pair.shareUnits);
      close(paid, got, `${pair.name}: left with`);
    }
  });

  const vaultOf = ({ vault }: Pair, who: LiveMarket["signers"]["provider"]): LiveVault["contract"] =>
    vault.contract.connect(who);

  /** A dust deposit, as a keeper's mark. */
  async function poke(pair: Pair): Promise<void> {
    const { other } = market.signers;
    const dust = BigInt(Math.round(pair.stake / 1e6));
    await vaultOf(pair, other)["deposit(uint256,address)"](dust, other.address);
    pair.model.deposit(Number(dust) / pair.stake);
  }
});
