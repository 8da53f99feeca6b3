import { ContractError, explained } from "@bulkhead/sdk";
import type { Signer } from "ethers";

import type { SettableAggregator } from "../../typechain-types/index.ts";
import type { Chain } from "./Chain.ts";
import type { Vault, Venue, World } from "./world.ts";

/** What one expiry came to in one vault. */
export interface Settlement {
  readonly vault: Vault;
  readonly expiry: bigint;
  /** WAD. */
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
  readonly #chain: Chain;
  readonly #signer: Signer;

  constructor(world: World, { chain, signer }: KeeperSetup) {
    this.#world = world;
    this.#chain = chain;
    this.#signer = signer;
  }

  /** Opens those of the expiries that a vault has not opened yet and would open now, in every vault. Unix seconds. */
  async openExpiries(expiries: readonly number[]): Promise<void> {
    const openings = this.#world.vaults.map(async ({ contract }) => {
      const asKeeper = contract.connect(this.#signer);
      const open = await contract.expiries();
      const missing = expiries.filter((candidate) => !open.includes(BigInt(candidate)));
      const due = missing.map(async (expiry) =>
        (await isRefused(asKeeper.openExpiry.staticCall(expiry))) ? [] : [() => asKeeper.openExpiry(expiry)],
      );
      return (await Promise.all(due)).flat();
    });
    await this.#chain.together((await Promise.all(openings)).flat());
  }

  /** Lays new strikes wherever spot has left an expiry's ladder. */
  async relist(): Promise<void> {
    await this.#chain.pass();
    const relistings = this.#world.vaults.map(async ({ contract }) => {
      const asKeeper = contract.connect(this.#signer);
      const due = (await contract.expiries()).map(async (expiry) =>
        (await isRefused(asKeeper.relist.staticCall(expiry))) ? [] : [() => asKeeper.relist(expiry)],
      );
      return (await Promise.all(due)).flat();
    });
    await this.#chain.together((await Promise.all(relistings)).flat());
  }

  /** Lets the realised volatility estimates see the present prices, where there are any. */
  async updateRealisedVolatility(): Promise<void> {
    await this.#chain.pass();
    const due = this.#world.venues.map(async ({ realisedVolatility }) => {
      const estimate = realisedVolatility.connect(this.#signer);
      return (await isRefused(estimate.update.staticCall())) ? [] : [() => estimate.update()];
    });
    await this.#chain.together((await Promise.all(due)).flat());
  }

  /** Expiries that some vault has open and whose time has come, oldest first. */
  async expiriesToSettle(): Promise<bigint[]> {
    const open = await Promise.all(this.#world.vaults.map(({ contract }) => contract.expiries()));
    const past = open.flat().filter((expiry) => expiry <= BigInt(this.#chain.now));
    return [...new Set(past)].sort((a, b) => Number(a - b));
  }

  /**
   * Proves the expiry's price from the aggregators' rounds in every market where that has not been done: the round before the averaging
   * window starts the proof.
   */
  async proveExpiryPrices(expiry: bigint): Promise<{ venue: Venue; price: bigint }[]> {
    const { venues, stablecoinFeed } = this.#world;
    const proofs = venues.map(async ({ expiryPrice, feed }) => {
      if ((await expiryPrice.priceOf(expiry)) !== 0n) return [];
      const windowStart = expiry - (await expiryPrice.averagingWindow());
      const [start, quoteStart] = await Promise.all([
        startRound(feed, windowStart),
        startRound(stablecoinFeed, windowStart),
      ]);
      return [() => expiryPrice.connect(this.#signer).prove(expiry, start, quoteStart, MAX_ROUNDS)];
    });
    await this.#chain.together((await Promise.all(proofs)).flat());
    return Promise.all(venues.map(async (venue) => ({ venue, price: await venue.expiryPrice.priceOf(expiry) })));
  }

  /** Settles the expiry in every vault that had opened it. */
  async settle(expiry: bigint): Promise<Settlement[]> {
    const due = await Promise.all(this.#world.vaults.map((vault) => unsettled(vault, expiry)));
    const settlements: Settlement[] = [];
    for (const { vault, series } of due.filter((found) => found !== undefined)) {
      const owed = await vault.contract.connect(this.#signer).settle.staticCall(expiry);
      await this.#chain.send(() => vault.contract.connect(this.#signer).settle(expiry));
      const price = await vault.venue.expiryPrice.priceOf(expiry);
      settlements.push({ vault, expiry, price, series, owed });
    }
    return settlements;
  }
}

/** A vault that has an expiry to settle, and how many series of it have holders; undefined for others. */
async function unsettled(vault: Vault, expiry: bigint): Promise<{ vault: Vault; series: number } | undefined> {
  const { contract } = vault;
  if (!(await contract.expiries()).includes(expiry)) return undefined;
  const [[, listed], [, parked]] = await Promise.all([contract.strikesOf(expiry), contract.parkedOf(expiry)]);
  return { vault, series: [...listed, ...parked].filter((net) => net > 0n).length };
}

/** The last round dated at or before `time`: what a proof starts from. */
async function startRound(aggregator: SettableAggregator, time: bigint): Promise<bigint> {
  let round = await aggregator.latestRoundId();
  for (;;) {
    const [, , , updatedAt] = await aggregator.getRoundData(round);
    if (updatedAt === 0n) throw new Error(`no round of the aggregator is as old as ${time} (unix seconds)`);
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
  readonly chain: Chain;
  readonly signer: Signer;
}
