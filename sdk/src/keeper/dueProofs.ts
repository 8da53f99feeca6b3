import type { Client, Vault } from "../client/connect.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { expiryPriceAbi } from "./abis.ts";
import { expiryPriceOf } from "./expiryPriceOf.ts";
import { openOf } from "./openOf.ts";

export interface DueProofsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** An expiry that has passed and has no price yet. */
export interface DueProof {
  /** Unix seconds. */
  readonly expiry: bigint;
  /** Those that wait for it. */
  readonly vaults: readonly Vault[];
}

/** The oldest first. */
export type DueProofsResult = readonly DueProof[];

/**
 * The expiries of a market that have passed, are open in some vault, and have no price yet: `proveExpiry` fixes it.
 * @throws OrderError where the deployment has no such market
 * @example
 * for (const { expiry } of await dueProofs(client)) await proveExpiry(client, { expiry });
 */
export async function dueProofs(client: Client, { market }: DueProofsParameters = {}): Promise<DueProofsResult> {
  const [{ open, block }, address] = await Promise.all([openOf(client, market), expiryPriceOf(client, market)]);
  // At the second of an expiry another round may still come that is dated with it.
  const passed = [...new Set(open.map(({ expiry }) => expiry))].filter((expiry) => expiry < block.timestamp);
  const { results } = await readBatch(client, {
    calls: passed.map((expiry) => batchCall({ address, abi: expiryPriceAbi, functionName: "priceOf", args: [expiry] })),
  });
  return passed
    .filter((_, index) => results[index] === 0n)
    .sort((one, other) => (one < other ? -1 : 1))
    .map((expiry) => ({ expiry, vaults: open.filter((one) => one.expiry === expiry).map(({ vault }) => vault) }));
}
