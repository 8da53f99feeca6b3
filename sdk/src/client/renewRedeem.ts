import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { redeemQueueAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface RenewRedeemParameters {
  readonly vault: string;
  readonly requestId: bigint;
  /** As in `requestRedeem`. */
  readonly minPrice?: bigint;
}

export interface RenewRedeemResult {
  /** Of the new request. */
  readonly requestId: bigint;
  readonly receipt: Receipt;
}

/**
 * Puts what one of the signer's requests could not have filled into this epoch's batch.
 * @throws ContractError where nothing of it is left over
 * @example
 * const [request] = await redeemRequests(client, { vault: vault.address, controller: account });
 * const { requestId } = await renewRedeem(client, { vault: vault.address, requestId: request.requestId });
 */
export async function renewRedeem(
  client: Client,
  { vault, requestId, minPrice = 0n }: RenewRedeemParameters,
): Promise<RenewRedeemResult> {
  const from = await senderOf(client);
  const args = [requestId, from, minPrice] as const;
  const call = { address: vaultAt(client, vault).queue, abi: redeemQueueAbi, functionName: "renew", args } as const;
  const { result, receipt } = await rehearseAndSend(client, call, { from });
  return { requestId: result, receipt };
}
