import type { Receipt } from "../rpc/Receipt.ts";
import { read } from "../rpc/read.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { redeemQueueAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface FillRedeemParameters {
  readonly vault: string;
}

export interface FillRedeemResult {
  /** Redeemed. */
  readonly shares: bigint;
  /** Token units set aside for them. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}

/**
 * Fills the batch of a vault's queue whose epoch has ended, as far as the vault can pay now. Anyone may. No shares where all ask
 * for more than the price, or where nothing may leave and those who ask for more than anybody could be paid were left out.
 * @throws ContractError where no batch waits, or the vault cannot pay
 * @example
 * const { shares, assets } = await fillRedeem(client, { vault: vault.address });
 */
export async function fillRedeem(client: Client, { vault }: FillRedeemParameters): Promise<FillRedeemResult> {
  const from = await senderOf(client);
  const queue = { address: vaultAt(client, vault).queue, abi: redeemQueueAbi } as const;
  const epoch = (await read(client, { ...queue, functionName: "currentEpoch", args: [] })) - 1n;
  const fill = { ...queue, functionName: "fill", args: [epoch] } as const;
  const { result, receipt } = await rehearseAndSend(client, fill, { from });
  const [shares, assets] = result;
  return { shares, assets, receipt };
}
