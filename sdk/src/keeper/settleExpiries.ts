import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import { dueSettlements, settlementOf, type DueSettlement, type DueSettlementsParameters } from "./dueSettlements.ts";

export type SettleExpiriesParameters = DueSettlementsParameters;

/** What a settlement came to. */
export interface Settlement {
  /** Units of the vault's collateral, set aside for who holds its options. */
  readonly owed: bigint;
  readonly receipt: Receipt;
}

export type SettleExpiriesResult = KeeperResult<DueSettlement, Settlement>;

/**
 * Settles the expiries whose price is fixed (`proveExpiry`) in every vault of a market. Anyone may; a second call finds nothing due.
 * @throws OrderError where the deployment has no such market, or something is due and the client can only read
 * @example
 * const { done } = await settleExpiries(client);
 * const owed = done.map(({ vault, owed: units }) => `${vault.symbol}: ${units}`);
 */
export async function settleExpiries(
  client: Client,
  parameters: SettleExpiriesParameters = {},
): Promise<SettleExpiriesResult> {
  return doDue(client, {
    due: await dueSettlements(client, parameters),
    act: async (one, from): Promise<Settlement> => {
      const { result: owed, receipt } = await rehearseAndSend(client, settlementOf(one), { from });
      return { owed, receipt };
    },
  });
}
