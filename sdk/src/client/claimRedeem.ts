import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { redeemQueueAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface ClaimRedeemParameters {
  readonly vault: string;
  readonly requestId: bigint;
}

export interface ClaimRedeemResult {
  /** Token units of what was filled. */
  readonly assets: bigint;
  /** Shares that will not be filled. */
  readonly shares: bigint;
  readonly receipt: Receipt;
}

/**
 * Takes what one of the signer's requests has come to: token units of what was filled, and shares of what will not be.
 * @throws ContractError where nothing has come of it yet
 * @example
 * const [request] = await redeemRequests(client, { vault: vault.address, controller: account });
 * const { assets, shares } = await claimRedeem(client, { vault: vault.address, requestId: request.requestId });
 */
export async function claimRedeem(
  client: Client,
  { vault, requestId }: ClaimRedeemParameters,
): Promise<ClaimRedeemResult> {
  const from = await senderOf(client);
  const args = [requestId, from, from] as const;
  const call = { address: vaultAt(client, vault).queue, abi: redeemQueueAbi, functionName: "claim", args } as const;
  const { result, receipt } = await rehearseAndSend(client, call, { from });
  const [assets, shares] = result;
  return { assets, shares, receipt };
}
