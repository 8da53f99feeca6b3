import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { optionVaultAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface WithdrawParameters {
  readonly vault: string;
  readonly shares: bigint;
  /** Least token units to get; zero for any. */
  readonly minAssets: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
}

export interface WithdrawResult {
  /** Token units, as rehearsed just before sending; at least `minAssets`. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}

/**
 * Redeems the signer's shares at net asset value less the band.
 * @throws ContractError where the vault cannot pay now (`requestRedeem` queues), or pays less than `minAssets`
 * @example
 * const { assets } = await withdraw(client, { vault: vault.address, shares: 10n ** 15n, minAssets: 0n, deadline });
 */
export async function withdraw(
  client: Client,
  { vault, shares, minAssets, deadline }: WithdrawParameters,
): Promise<WithdrawResult> {
  requireNotNegative(shares, "shares");
  requireDeadline(deadline);
  const from = await senderOf(client);
  const args = [shares, from, from, minAssets, deadline] as const;
  const call = { address: vaultAt(client, vault).address, abi: optionVaultAbi, functionName: "redeem", args } as const;
  const { result: assets, receipt } = await rehearseAndSend(client, call, { from });
  return { assets, receipt };
}
