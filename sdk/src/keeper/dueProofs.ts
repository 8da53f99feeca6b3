import type { Client, Vault } from "../client/connect.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { expiryPriceAbi } from "./abis.ts";
import { expiryPriceOf } from "./expiryPriceOf.ts";
import { attempt } from "./doDue.ts";
import { openOf, type OpenExpiry } from "./openOf.ts";
import { settlementOf } from "./settlementOf.ts";

export interface DueProofsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** An expiry that has passed, whose options wait for a price. */
export interface DueProof {
  /** Unix seconds. */
  readonly expiry: bigint;
  /** Those that wait for it: somebody holds options of theirs. */
  readonly vaults: readonly Vault[];
}

/** The oldest first. */
export type DueProofsResult = readonly DueProof[];

/** What a vault says that needs a price. */
export const NOT_FIXED = "ExpiryPriceNotFixed";

/**
 * The expiries of a market that have passed and have no price yet, though somebody holds options of them: `proveExpiry` fixes it. What
 * nobody holds is settled without one (`dueSettlements`).
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
  const unpriced = passed.filter((_, index) => results[index] === 0n).sort((one, other) => (one < other ? -1 : 1));
  const due = unpriced.map(async (expiry) => {
    const waiting = await waitingOf(
      client,
      open.filter((one) => one.expiry === expiry),
    );
    return { expiry, vaults: waiting.map(({ vault }) => vault) };
  });
  return (await Promise.all(due)).filter(({ vaults }) => vaults.length > 0);
}

/** Those that a vault does not settle for want of a price, for somebody holds options of them. */
async function waitingOf(client: Client, open: readonly OpenExpiry[]): Promise<readonly OpenExpiry[]> {
  const tried = await Promise.all(open.map(async (one) => attempt(read(client, settlementOf(one)))));
  return open.filter((_, index) => tried[index]?.refusal?.errorName === NOT_FIXED);
}
