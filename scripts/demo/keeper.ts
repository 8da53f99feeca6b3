import { ContractError, explained, fromWad, OptionKind, parseSeriesId } from "@bulkhead/sdk";
import type { Signer } from "ethers";

import { digitsOf, formatAmount, formatNumber, formatTime, nameOfVault } from "./format.ts";
import type { GhostLedger } from "./GhostLedger.ts";
import type { InvariantChecker } from "./InvariantChecker.ts";
import type { Results } from "../report/Output.ts";
import type { Stage } from "./Stage.ts";
import type { SettableAggregator } from "../../typechain-types/index.ts";
import type { Vault, World } from "./world.ts";

/** What one expiry came to in one vault. */
interface Settlement {
  readonly vault: Vault;
  readonly expiry: bigint;
  readonly price: bigint;
  /** Series that had holders. */
  readonly series: number;
  /** Token units. */
  readonly owed: bigint;
}

const MAX_ROUNDS = 512n;

/** Anyone may do what the keeper does; nothing of it needs a right. */
export class Keeper {
  readonly #world: World;
  readonly #stage: Stage;
  readonly #signer: Signer;
  readonly #ledger: GhostLedger;
  readonly #checker: InvariantChecker;
  readonly #settlements: Settlement[] = [];

  constructor(world: World, { stage, signer, ledger, checker }: KeeperSetup) {
    this.#world = world;
    this.#stage = stage;
    this.#signer = signer;
    this.#ledger = ledger;
    this.#checker = checker;
  }

  /** Opens those of the expiries that a vault has not opened yet, in every vault. */
  async openExpiries(expiries: readonly number[]): Promise<void> {
    for (const { contract } of this.#world.vaults) {
      const open = await contract.expiries();
      for (const expiry of expiries.filter((candidate) => !open.includes(BigInt(candidate)))) {
        await this.#stage.send(() => contract.connect(this.#signer).openExpiry(expiry));
      }
    }
  }

  /** Lays new strikes wherever spot has left an expiry's ladder. */
  async relist(): Promise<void> {
    await this.#stage.pass();
    for (const { contract } of this.#world.vaults) {
      const asKeeper = contract.connect(this.#signer);
      for (const expiry of await contract.expiries()) {
        if (await isRefused(asKeeper.relist.staticCall(expiry))) continue;
        await this.#stage.send(() => asKeeper.relist(expiry));
      }
    }
  }

  /** Lets the realised volatility estimate see the present price, if there is one. */
  async updateRealisedVolatility(): Promise<void> {
    const estimate = this.#world.realisedVolatility.connect(this.#signer);
    await this.#stage.pass();
    if (await isRefused(estimate.update.staticCall())) return;
    await this.#stage.send(() => estimate.update());
  }

  /** Proves the expiry's price from the aggregators' rounds: the one before the averaging window starts the proof. */
  async proveExpiryPrice(expiry: bigint): Promise<bigint> {
    const { expiryPrice, etherFeed, stablecoinFeed } = this.#world;
    const windowStart = expiry - (await expiryPrice.averagingWindow());
    const start = await startRound(etherFeed, windowStart);
    const quoteStart = await startRound(stablecoinFeed, windowStart);
    await this.#stage.send(() => expiryPrice.connect(this.#signer).prove(expiry, start, quoteStart, MAX_ROUNDS));
    return expiryPrice.priceOf(expiry);
  }

  /** Settles the expiry in every vault that had opened it. */
  async settle(expiry: bigint): Promise<void> {
    const price = await this.#world.expiryPrice.priceOf(expiry);
    this.#checker.noteSettled(expiry);
    for (const vault of this.#world.vaults) {
      if (!(await vault.contract.expiries()).includes(expiry)) continue;
      const before = (await vault.contract.accounts()).reserve;
      const [, nets] = await vault.contract.strikesOf(expiry);
      await this.#stage.send(() => vault.contract.connect(this.#signer).settle(expiry));
      const owed = (await vault.contract.accounts()).reserve - before;
      this.#settlements.push({ vault, expiry, price, series: nets.filter((net) => net > 0n).length, owed });
    }
  }

  /** The table of settlements, with what has been redeemed of each so far. */
  async results(): Promise<Results> {
    const rows = await Promise.all(this.#settlements.map((settlement) => this.#row(settlement)));
    return {
      name: "settlements",
      title: "Settlements: each expiry's proven price, what it owed, and what holders have redeemed",
      columns: ["expiry", "price", "vault", "series", "owed", "not redeemed yet"],
      rows,
    };
  }

  async #row({ vault, expiry, price, series, owed }: Settlement) {
    const { collateral } = vault;
    const ids = this.#ledger.seriesOf(vault.address).filter((id) => parseSeriesId(id).expiry === expiry);
    const left = await Promise.all(
      ids.map(async (id) =>
        payoff(vault, {
          strike: parseSeriesId(id).strike,
          price,
          quantity: await vault.optionToken.totalSupply(id),
        }),
      ),
    );
    const unredeemed = left.reduce((sum, amount) => sum + amount, 0);
    return {
      cells: [
        formatTime(expiry),
        formatNumber(fromWad(price)),
        nameOfVault(vault),
        series,
        formatAmount(owed, collateral),
        `${formatNumber(unredeemed, digitsOf(collateral.decimals))} ${collateral.symbol}`,
      ],
      record: {
        expiry: Number(expiry),
        price: fromWad(price),
        vault: vault.address,
        series,
        owed,
        unredeemed,
        token: collateral.symbol,
      },
    };
  }
}

/** What options of a settled strike are worth, in whole tokens. */
function payoff(
  { kind }: Vault,
  { strike, price, quantity }: { strike: bigint; price: bigint; quantity: bigint },
): number {
  const [K, P, n] = [fromWad(strike), fromWad(price), fromWad(quantity)];
  return kind === OptionKind.Call ? (n * Math.max(0, P - K)) / P : n * Math.max(0, K - P);
}

/** The last round dated at or before `time`: what a proof starts from. */
async function startRound(aggregator: SettableAggregator, time: bigint): Promise<bigint> {
  let round = await aggregator.latestRoundId();
  for (;;) {
    const [, , , updatedAt] = await aggregator.getRoundData(round);
    if (updatedAt === 0n) throw new Error(`no round of the aggregator is as old as ${formatTime(time)}`);
    if (updatedAt <= time) return round;
    round -= 1n;
  }
}

async function isRefused(call: Promise<unknown>): Promise<boolean> {
  try {
    await explained(call);
    return false;
  } catch (error) {
    if (error instanceof ContractError) return true;
    throw error;
  }
}

export interface KeeperSetup {
  readonly stage: Stage;
  readonly signer: Signer;
  readonly ledger: GhostLedger;
  readonly checker: InvariantChecker;
}
