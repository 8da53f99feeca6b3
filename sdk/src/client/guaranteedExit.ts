import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { optionVaultAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface GuaranteedExitParameters {
  readonly vault: string;
  readonly shares: bigint;
}

export interface GuaranteedExitResult {
  /** Token units. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}

/**
 * Leaves a vault without any price: works in every state, frozen feeds included, and pays at most the fair part.
 * @throws ContractError where the signer has fewer shares
 * @example
 * const { assets } = await guaranteedExit(client, { vault: vault.address, shares: 10n ** 15n });
 */
export async function guaranteedExit(
  client: Client,
  { vault, shares }: GuaranteedExitParameters,
): Promise<GuaranteedExitResult> {
  requireNotNegative(shares, "shares");
  const from = await senderOf(client);
  const { address } = vaultAt(client, vault);
  const args = [shares, from, from] as const;
  const call = { address, abi: optionVaultAbi, functionName: "guaranteedExit", args } as const;
  const { result: assets, receipt } = await rehearseAndSend(client, call, { from });
  return { assets, receipt };
}
