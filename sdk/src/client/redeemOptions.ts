import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import type { Decimal } from "../units/Decimal.ts";
import { toWad } from "../units/toWad.ts";
import { optionVaultAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface RedeemOptionsParameters {
  readonly vault: string;
  /** `toSeriesId(expiry, strike)` */
  readonly id: bigint;
  /** A bigint is WAD. */
  readonly quantity: Decimal;
}

export interface RedeemOptionsResult {
  /** Token units; zero of an option that ended worthless. */
  readonly payout: bigint;
  readonly receipt: Receipt;
}

/**
 * Pays out settled options of the signer.
 * @throws ContractError where the expiry is not settled, or fewer are held
 * @example
 * const { options } = await positions(client, { account });
 * for (const { vault, id, quantity, payout } of options) {
 *   if (payout > 0n) await redeemOptions(client, { vault: vault.address, id, quantity });
 * }
 */
export async function redeemOptions(
  client: Client,
  { vault, id, quantity }: RedeemOptionsParameters,
): Promise<RedeemOptionsResult> {
  const options = toWad(quantity, "quantity");
  requireNotNegative(options, "a quantity");
  const from = await senderOf(client);
  const { address } = vaultAt(client, vault);
  const args = [id, options, from, from] as const;
  const call = { address, abi: optionVaultAbi, functionName: "redeemOptions", args } as const;
  const { result: payout, receipt } = await rehearseAndSend(client, call, { from });
  return { payout, receipt };
}
