import { fromWad, OptionKind, parseSeriesId, type Client } from "@bulkhead/sdk";
import { proveExpiry, settleExpiries, type SettleExpiriesResult } from "@bulkhead/sdk/keeper";

import { digitsOf, formatAmount, formatNumber, formatTime, shortNameOfVault, TIER_LEGEND } from "./format.ts";
import type { GhostLedger } from "./GhostLedger.ts";
import type { InvariantChecker } from "./InvariantChecker.ts";
import type { Vault, Venue, World } from "../markets/world.ts";
import type { Results } from "../report/Output.ts";

/** What one expiry came to in one vault. */
interface Settled {
  readonly vault: Vault;
  readonly expiry: bigint;
  /** WAD. */
  readonly price: bigint;
  /** Series that had holders. */
  readonly series: number;
  /** Token units. */
  readonly owed: bigint;
}

/** Proves and settles expiries through the keeper, tells the checks of it, and keeps what came of it. */
export class Settlements {
  readonly #world: World;
  readonly #setup: SettlementsSetup;
  readonly #done: Settled[] = [];

  constructor(world: World, setup: SettlementsSetup) {
    this.#world = world;
    this.#setup = setup;
  }

  /** Proves the expiry's price in every market, and settles it in every vault that had opened it. Prices by market, WAD. */
  async settle(expiry: bigint): Promise<ReadonlyMap<Venue, bigint>> {
    const { keepers, checker } = this.#setup;
    const prices = new Map<Venue, bigint>();
    for (const [index, client] of keepers.entries()) {
      const venue = this.#world.venues[index];
      const { price } = await proveExpiry(client, { expiry });
      if (venue !== undefined) prices.set(venue, price);
    }
    checker.noteSettled(expiry);
    for (const client of keepers) {
      const { done, refused } = await settleExpiries(client);
      // A settlement waits for nobody.
      for (const { refusal } of refused) throw refusal;
      this.#done.push(...done.map((settlement) => this.#settled(settlement)));
    }
    return prices;
  }

  #settled({ vault: { address }, expiry, price, owed }: SettleExpiriesResult["done"][number]): Settled {
    const vault = this.#world.vaults.find((candidate) => candidate.address === address);
    if (vault === undefined) throw new Error(`expected a vault of the deployment, got ${address}`);
    const held = this.#setup.ledger.heldSeriesOf(address).filter((id) => parseSeriesId(id).expiry === expiry);
    return { vault, expiry, price, series: held.length, owed };
  }

  /** The table of settlements, with what has been redeemed of each so far. */
  async results(): Promise<Results> {
    const rows = await Promise.all(this.#done.map((settlement) => this.#row(settlement)));
    return {
      name: "settlements",
      title: `Settlements: each expiry's proven price in USDC, what it owed, and what holders have redeemed (${TIER_LEGEND})`,
      columns: ["expiry", "price", "vault", "series", "owed", "not redeemed yet"],
      rows,
    };
  }

  async #row({ vault, expiry, price, series, owed }: Settled) {
    const { collateral } = vault;
    const ids = this.#setup.ledger.seriesOf(vault.address).filter((id) => parseSeriesId(id).expiry === expiry);
    const left = await Promise.all(
      ids.map(async (id) =>
        payoff(vault, {
          strike: parseSeriesId(id).strike,
          price,
          quantity: await vault.options.totalSupply(id),
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

/** What options of a settled strike are worth, in whole tokens. */
function payoff(
  { kind }: Vault,
  { strike, price, quantity }: { strike: bigint; price: bigint; quantity: bigint },
): number {
  const [K, P, n] = [fromWad(strike), fromWad(price), fromWad(quantity)];
  return kind === OptionKind.Call ? (n * Math.max(0, P - K)) / P : n * Math.max(0, K - P);
}

export interface SettlementsSetup {
  /** One a market. */
  readonly keepers: readonly Client[];
  readonly ledger: GhostLedger;
  readonly checker: InvariantChecker;
}
