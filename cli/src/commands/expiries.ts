import { Command } from "@commander-js/extra-typings";
import { batchCall, fromWad, readBatch, type Vault } from "@bulkhead/sdk";
import { expiryPriceAbi, optionVaultAbi } from "@bulkhead/sdk/abi";

import { CUT_OFF } from "../expiries.ts";
import { formatDuration, formatPrice, formatTime, NONE } from "../format.ts";
import { globalsOf } from "../globals.ts";
import { openSession } from "../session.ts";

/** One expiry of one market. */
interface Row {
  readonly market: string;
  readonly expiry: bigint;
  /** Vaults in which it is live. */
  readonly vaults: readonly Vault[];
  readonly strikes: readonly bigint[];
  /** WAD; zero while it is not fixed. */
  readonly price: bigint;
  /** The chain's clock. */
  readonly now: bigint;
}

/** `bulkhead expiries` */
export function expiries() {
  return new Command("expiries")
    .description("live expiries: what trades, what is closed, what can be settled")
    .action(async (_, command) => {
      const { client, record, output } = await openSession(globalsOf(command));
      const shown = record.markets.filter(({ name }) => client.market === undefined || name === client.market);
      const vaults = client.vaults.filter(({ market }) => shown.some(({ name }) => name === market));
      const { results: live, block } = await readBatch(client, {
        calls: vaults.map(({ address }) =>
          batchCall({ address, abi: optionVaultAbi, functionName: "expiries", args: [] }),
        ),
      });
      const pairs = vaults.flatMap((vault, index) => (live[index] ?? []).map((expiry) => ({ vault, expiry })));
      const keys = shown.flatMap(({ name, expiryPrice }) => {
        const own = pairs.filter(({ vault }) => vault.market === name);
        return [...new Set(own.map(({ expiry }) => expiry))].map((expiry) => ({ market: name, expiryPrice, expiry }));
      });
      const [strikes, prices] = await Promise.all([
        readBatch(client, {
          block: block.number,
          calls: pairs.map(({ vault: { address }, expiry }) =>
            batchCall({ address, abi: optionVaultAbi, functionName: "strikesOf", args: [expiry] }),
          ),
        }),
        readBatch(client, {
          block: block.number,
          calls: keys.map(({ expiryPrice: address, expiry }) =>
            batchCall({ address, abi: expiryPriceAbi, functionName: "priceOf", args: [expiry] }),
          ),
        }),
      ]);
      const rows = keys.map(({ market, expiry }, index): Row => {
        const own = pairs.flatMap(({ vault, expiry: other }, at) =>
          vault.market === market && other === expiry ? [{ vault, strikes: strikes.results[at]?.[0] ?? [] }] : [],
        );
        return {
          market,
          expiry,
          vaults: own.map(({ vault }) => vault),
          strikes: [...new Set(own.flatMap((one) => [...one.strikes]))].sort((one, other) => Number(one - other)),
          price: prices.results[index] ?? 0n,
          now: block.timestamp,
        };
      });
      rows.sort((one, other) => one.market.localeCompare(other.market) || Number(one.expiry - other.expiry));
      output.table(rows, { columns: COLUMNS, record: recordOf, none: "no expiry is open" });
    });
}

function stateOf({ expiry, price, now }: Row): "trades" | "closed" | "waits for its price" | "to be settled" {
  if (price !== 0n) return "to be settled";
  if (now >= expiry) return "waits for its price";
  return now >= expiry - CUT_OFF ? "closed" : "trades";
}

const COLUMNS = {
  market: ({ market }: Row) => market,
  expiry: ({ expiry }: Row) => formatTime(expiry),
  state: stateOf,
  in: ({ expiry, now }: Row) => formatDuration(Number(expiry - now)),
  vaults: ({ vaults }: Row) => vaults.map(({ symbol }) => symbol).join(" "),
  strikes: ({ strikes }: Row) => {
    const [least, most] = [strikes[0], strikes.at(-1)];
    return least === undefined || most === undefined
      ? NONE
      : `${strikes.length}, ${formatPrice(fromWad(least))} to ${formatPrice(fromWad(most))}`;
  },
  price: ({ price }: Row) => (price === 0n ? NONE : formatPrice(fromWad(price))),
};

function recordOf(row: Row) {
  const { market, expiry, vaults, strikes, price } = row;
  return {
    market,
    expiry: Number(expiry),
    state: stateOf(row),
    vaults: vaults.map(({ symbol }) => symbol),
    strikes: strikes.map(fromWad),
    price: price === 0n ? null : fromWad(price),
  };
}
