import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { read } from "../rpc/read.ts";
import { optionVaultAbi, redeemQueueAbi } from "./abis.ts";
import { allowFor } from "./allowFor.ts";
import type { Client } from "./connect.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface RequestRedeemParameters {
  readonly vault: string;
  readonly shares: bigint;
  /**
   * Least price to leave at, WAD collateral a whole share; rounded up to the next level of a fixed grid, by less than 1 %
   * (`redeemRequests` tells). May be above today's price. Any price where absent.
   */
  readonly minPrice?: bigint;
}

export interface RequestRedeemResult {
  readonly requestId: bigint;
  /** None where the queue was allowed to take as much already. */
  readonly approvals: readonly Receipt[];
  readonly receipt: Receipt;
}

/**
 * Asks a vault's queue to redeem the signer's shares with this epoch's batch, allowing it the shares first where that is
 * needed and nothing else stands against the request.
 * @throws ContractError where the request is too small, or the minimum beyond the highest level; nothing was sent then
 * @throws OrderError where the signer holds fewer shares
 * @example
 * const [{ vault, shares }] = (await positions(client, { account })).shares;
 * const { requestId } = await requestRedeem(client, { vault: vault.address, shares: shares / 4n });
 */
export async function requestRedeem(
  client: Client,
  { vault, shares, minPrice = 0n }: RequestRedeemParameters,
): Promise<RequestRedeemResult> {
  requireNotNegative(shares, "shares");
  const from = await senderOf(client);
  const { address, symbol, queue } = vaultAt(client, vault);
  const args = [shares, from, from, minPrice] as const;
  const call = { address: queue, abi: redeemQueueAbi, functionName: "requestRedeem", args } as const;
  const decimals = await read(client, { address, abi: optionVaultAbi, functionName: "decimals", args: [] });
  const rehearse = async (): Promise<unknown> => read(client, call, { from });
  const approvals = await allowFor(client, {
    token: { address, symbol, decimals },
    spender: queue,
    amount: shares,
    rehearse,
  });
  const { result: requestId, receipt } = await rehearseAndSend(client, call, { from });
  return { requestId, approvals, receipt };
}
