import type { Client } from "../client/connect.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { expiryPriceAbi, optionVaultAbi } from "./abis.ts";
import { attempt, type Due } from "./doDue.ts";
import { expiryPriceOf } from "./expiryPriceOf.ts";
import { openOf, type OpenExpiry } from "./openOf.ts";

export interface DueSettlementsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** An expiry with a price that a vault has not settled. */
export interface DueSettlement extends Due, OpenExpiry {
  /** WAD quote per underlying. */
  readonly price: bigint;
}

/** The oldest first. */
export type DueSettlementsResult = readonly DueSettlement[];

/**
 * The expiries of a market's vaults whose price is fixed and which are to be settled at it.
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
  const priced = passed.flatMap((one, index) => {
    const price = results[index] ?? 0n;
    return price === 0n ? [] : [{ ...one, price }];
  });
  return Promise.all(
    priced.map(async (one) => ({ ...one, refusal: (await attempt(read(client, settlementOf(one)))).refusal })),
  );
}

/** The call that settles an expiry. */
export function settlementOf({ vault: { address }, expiry }: OpenExpiry) {
  return { address, abi: optionVaultAbi, functionName: "settle", args: [expiry] } as const;
}
