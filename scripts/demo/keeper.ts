import { ContractError, explained, fromWad, OptionKind, parseSeriesId } from "@bulkhead/sdk";
import type { Signer } from "ethers";

import { digitsOf, formatAmount, formatNumber, formatTime, shortNameOfVault, TIER_LEGEND } from "./format.ts";
import type { GhostLedger } from "./GhostLedger.ts";
import type { InvariantChecker } from "./InvariantChecker.ts";
import type { Results } from "../report/Output.ts";
import type { Stage } from "./Stage.ts";
import type { SettableAggregator } from "../../typechain-types/index.ts";
import type { Vault, Venue, World } from "./world.ts";

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
    const openings = this.#world.vaults.map(async ({ contract }) => {
      const open = await contract.expiries();
      return expiries
        .filter((candidate) => !open.includes(BigInt(candidate)))
        .map((expiry) => () => contract.connect(this.#signer).openExpiry(expiry));
    });
    await this.#stage.together((await Promise.all(openings)).flat());
  }

  /** Lays new strikes wherever spot has left an expiry's ladder. */
  async relist(): Promise<void> {
    await this.#stage.pass();
    const relistings = this.#world.vaults.map(async ({ contract }) => {
      const asKeeper = contract.connect(this.#signer);
      const due = (await contract.expiries()).map(async (expiry) =>
        (await isRefused(asKeeper.relist.staticCall(expiry))) ? [] : [() => asKeeper.relist(expiry)],
      );
      return (await Promise.all(due)).flat();
    });
    await this.#stage.together((await Promise.all(relistings)).flat());
  }

  /** Lets the realised volatility estimates see the present prices, where there are any. */
  async updateRealisedVolatility(): Promise<void> {
    await this.#stage.pass();
    const due = this.#world.venues.map(async ({ realisedVolatility }) => {
      const estimate = realisedVolatility.connect(this.#signer);
      return (await isRefused(estimate.update.staticCall())) ? [] : [() => estimate.update()];
    });
    await this.#stage.together((await Promise.all(due)).flat());
  }

  /** Proves the expiry's price in every market from the aggregators' rounds: the one before the averaging window starts the proof. */
  async proveExpiryPrices(expiry: bigint): Promise<{ venue: Venue; price: bigint }[]> {
    const { venues, stablecoinFeed } = this.#world;
    const proofs = venues.map(async ({ expiryPrice, feed }) => {
      const windowStart = expiry - (await expiryPrice.averagingWindow());
      const [start, quoteStart] = await Promise.all([
        startRound(feed, windowStart),
        startRound(stablecoinFeed, windowStart),
      ]);
      return () => expiryPrice.connect(this.#signer).prove(expiry, start, quoteStart, MAX_ROUNDS);
    });
    await this.#stage.together(await Promise.all(proofs));
    return Promise.all(venues.map(async (venue) => ({ venue, price: await venue.expiryPrice.priceOf(expiry) })));
  }

  /** Settles the expiry in every vault that had opened it. */
  async settle(expiry: bigint): Promise<void> {
    this.#checker.noteSettled(expiry);
    const due = await Promise.all(this.#world.vaults.map((vault) => unsettled(vault, expiry)));
    const vaults = due.filter((found) => found !== undefined);
    for (const { vault, series } of vaults) {
      const owed = await vault.contract.connect(this.#signer).settle.staticCall(expiry);
      await this.#stage.send(() => vault.contract.connect(this.#signer).settle(expiry));
      const price = await vault.venue.expiryPrice.priceOf(expiry);
      this.#settlements.push({ vault, expiry, price, series, owed });
    }
  }

  /** The table of settlements, with what has been redeemed of each so far. */
  async results(): Promise<Results> {
    const rows = await Promise.all(this.#settlements.map((settlement) => this.#row(settlement)));
    return {
      name: "settlements",
      title: `Settlements: each expiry's proven price in USDC, what it owed, and what holders have redeemed (${TIER_LEGEND})`,
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
        shortNameOfVault(vault),
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

/** A vault that has an expiry to settle, and how many series of it have holders; undefined for others. */
async function unsettled(vault: Vault, expiry: bigint): Promise<{ vault: Vault; series: number } | undefined> {
  const { contract } = vault;
  if (!(await contract.expiries()).includes(expiry)) return undefined;
  const [[, listed], [, parked]] = await Promise.all([contract.strikesOf(expiry), contract.parkedOf(expiry)]);
  return { vault, series: [...listed, ...parked].filter((net) => net > 0n).length };
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
