import type { Client } from "../client/connect.ts";
import { senderOf } from "../client/senderOf.ts";
import { vaultAt } from "../client/vaultAt.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { settlementOf } from "./settlementOf.ts";

export interface SettleExpiryParameters {
  readonly vault: string;
  /** Unix seconds. */
  readonly expiry: bigint | number;
}

/** What a settlement came to. */
export interface SettleExpiryResult {
  /** Units of the vault's collateral, set aside for who holds its options. */
  readonly owed: bigint;
  readonly receipt: Receipt;
}

/**
 * Settles one expiry in one vault, once its price is fixed (`proveExpiry`); one that has passed and that nobody holds anything of needs
 * no price. Anyone may.
 * @throws ContractError where the price is not fixed, or the vault has settled the expiry already or never opened it
 * @throws OrderError where the deployment has no such vault, or the client can only read
 * @example
 * const [due] = await dueSettlements(client);
 * const { owed } = await settleExpiry(client, { vault: due.vault.address, expiry: due.expiry });
 */
export async function settleExpiry(
  client: Client,
  { vault, expiry }: SettleExpiryParameters,
): Promise<SettleExpiryResult> {
  const call = settlementOf({ vault: vaultAt(client, vault), expiry: BigInt(expiry) });
  const { result: owed, receipt } = await rehearseAndSend(client, call, { from: await senderOf(client) });
  return { owed, receipt };
}
