import type { Client } from "../client/connect.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import { dueSettlements, type DueSettlement, type DueSettlementsParameters } from "./dueSettlements.ts";
import { settleExpiry, type SettleExpiryResult } from "./settleExpiry.ts";

export type SettleExpiriesParameters = DueSettlementsParameters;

export type SettleExpiriesResult = KeeperResult<DueSettlement, SettleExpiryResult>;

/**
 * Settles the expiries whose price is fixed (`proveExpiry`), and those that nobody holds options of, in every vault of a market. Anyone
 * may; a second call finds nothing due. For one vault alone there is `settleExpiry`.
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
    act: async ({ vault: { address: vault }, expiry }) => settleExpiry(client, { vault, expiry }),
  });
}
