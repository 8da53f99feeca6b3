import type { Client } from "../client/connect.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { expiryPriceAbi } from "./abis.ts";
import { attempt, type Due } from "./doDue.ts";
import { NOT_FIXED } from "./dueProofs.ts";
import { expiryPriceOf } from "./expiryPriceOf.ts";
import { openOf, type OpenExpiry } from "./openOf.ts";
import { settlementOf } from "./settlementOf.ts";

export interface DueSettlementsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** An expiry that a vault can settle. */
export interface DueSettlement extends Due, OpenExpiry {
  /** WAD quote per underlying; zero where none is fixed, nor needed: nobody holds options of it. */
  readonly price: bigint;
}

/** The oldest first. */
export type DueSettlementsResult = readonly DueSettlement[];

/**
 * The expiries of a market's vaults that have passed and are to be settled: at their price, once it is fixed, or without one where nobody
 * holds options of them.
 * @throws OrderError where the deployment has no such market
 * @example
 * const due = await dueSettlements(client);
 */
export async function dueSettlements(
  client: Client,
  { market }: DueSettlementsParameters = {},
): Promise<DueSettlementsResult> {
  const [{ open, block }, address] = await Promise.all([openOf(client, market), expiryPriceOf(client, market)]);
  const passed = open
    .filter(({ expiry }) => expiry <= block.timestamp)
    .sort((one, other) => Number(one.expiry - other.expiry));
  const { results } = await readBatch(client, {
    calls: passed.map(({ expiry }) =>
      batchCall({ address, abi: expiryPriceAbi, functionName: "priceOf", args: [expiry] }),
    ),
  });
  const due = passed.map(async (one, index) => {
    const price = results[index] ?? 0n;
    const { refusal } = await attempt(read(client, settlementOf(one)));
    return price === 0n && refusal?.errorName === NOT_FIXED ? [] : [{ ...one, price, refusal }];
  });
  return (await Promise.all(due)).flat();
}
