import { fromWad, OptionKind, parseSeriesId } from "@bulkhead/sdk";

import { digitsOf, formatAmount, formatNumber, formatTime, shortNameOfVault, TIER_LEGEND } from "./format.ts";
import type { GhostLedger } from "./GhostLedger.ts";
import type { InvariantChecker } from "./InvariantChecker.ts";
import type { Keeper, Settlement } from "../keepers/keeper.ts";
import type { Vault } from "../keepers/world.ts";
import type { Results } from "../report/Output.ts";

/** Settles expiries through the keeper, tells the checks of it, and keeps what came of it. */
export class Settlements {
  readonly #keeper: Keeper;
  readonly #ledger: GhostLedger;
  readonly #checker: InvariantChecker;
  readonly #done: Settlement[] = [];

  constructor(keeper: Keeper, { ledger, checker }: { ledger: GhostLedger; checker: InvariantChecker }) {
    this.#keeper = keeper;
    this.#ledger = ledger;
    this.#checker = checker;
  }

  /** Settles the expiry in every vault that had opened it. */
  async settle(expiry: bigint): Promise<void> {
    this.#checker.noteSettled(expiry);
    this.#done.push(...(await this.#keeper.settle(expiry)));
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

  async #row({ vault, expiry, price, series, owed }: Settlement) {
    const { collateral } = vault;
    const ids = this.#ledger.seriesOf(vault.address).filter((id) => parseSeriesId(id).expiry === expiry);
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
