import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { read } from "../rpc/read.ts";
import { redeemQueueAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { vaultAt } from "./vaultAt.ts";

/** One request to leave a vault, as it stands. */
export interface RedeemRequest {
  readonly requestId: bigint;
  /** Least price, WAD collateral a whole share, as the queue keeps it: at least what was asked for; zero for none. */
  readonly minPrice: bigint;
  /** Shares redeemed and not claimed, and the token units for them. */
  readonly claimable: bigint;
  readonly assets: bigint;
  /** Shares that wait to be redeemed. */
  readonly pending: bigint;
  /** Shares that will not be redeemed: claimed back, or renewed. */
  readonly returnable: bigint;
}

export interface RedeemRequestsParameters {
  readonly vault: string;
  /** Whose requests. */
  readonly controller: string;
}

/** Oldest first. */
export type RedeemRequestsResult = readonly RedeemRequest[];

/**
 * What an account has in a vault's queue, oldest first.
 * @example
 * const requests = await redeemRequests(client, { vault: vault.address, controller: account });
 */
export async function redeemRequests(
  client: Client,
  { vault, controller }: RedeemRequestsParameters,
): Promise<RedeemRequestsResult> {
  const queue = { address: vaultAt(client, vault).queue, abi: redeemQueueAbi } as const;
  const ids = await read(client, { ...queue, functionName: "requestsOf", args: [controller] });
  const standings = ids.map((id) => batchCall({ ...queue, functionName: "standingOf", args: [id, controller] }));
  const minima = ids.map((id) => batchCall({ ...queue, functionName: "minimumPriceOf", args: [id] }));
  const [{ results: stands }, { results: prices }] = await Promise.all([
    readBatch(client, { calls: standings }),
    readBatch(client, { calls: minima }),
  ]);
  return ids.flatMap((requestId, index) => {
    const standing = stands[index];
    if (standing === undefined) return [];
    const [claimable, assets, pending, returnable] = standing;
    return [{ requestId, minPrice: prices[index] ?? 0n, claimable, assets, pending, returnable }];
  });
}
