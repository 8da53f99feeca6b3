import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { optionVaultAbi } from "./abis.ts";
import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface GuaranteedExitParameters {
  readonly vault: string;
  readonly shares: bigint;
  /** Least token units to get, above zero: others may trade or leave just before. `previewGuaranteedExit` says what it is now. */
  readonly minAssets: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
}

export interface GuaranteedExitResult {
  /** Token units, as rehearsed just before sending; at least `minAssets`. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}

/**
 * Leaves a vault without any price: works in every state, frozen feeds included, and pays at most the fair part.
 * @throws ContractError where the signer has fewer shares, or they bring less than `minAssets`
 * @throws OrderError without a minimum
 * @example
 * const exit = { vault: vault.address, shares: 10n ** 15n, minAssets: 1n, deadline };
 * const { assets } = await guaranteedExit(client, exit);
 */
export async function guaranteedExit(
  client: Client,
  { vault, shares, minAssets, deadline }: GuaranteedExitParameters,
): Promise<GuaranteedExitResult> {
  requireNotNegative(shares, "shares");
  if (minAssets <= 0n) {
    throw new OrderError({
      expected: "minAssets above zero",
      got: String(minAssets),
      action: "give the least that is acceptable: others may trade or leave just before",
    });
  }
  requireDeadline(deadline);
  const from = await senderOf(client);
  const { address } = vaultAt(client, vault);
  const args = [shares, from, from, minAssets, deadline] as const;
  const call = { address, abi: optionVaultAbi, functionName: "guaranteedExit", args } as const;
  const { result: assets, receipt } = await rehearseAndSend(client, call, { from });
  return { assets, receipt };
}
