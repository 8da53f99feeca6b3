import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import { dueRelistings, relistingOf, type DueRelisting, type DueRelistingsParameters } from "./dueRelistings.ts";

export type RelistStrikesParameters = DueRelistingsParameters;

export type RelistStrikesResult = KeeperResult<DueRelisting, { readonly receipt: Receipt }>;

/**
 * Lays new strikes in a market's vaults wherever the forward has left the middle of an expiry's. Anyone may; a second call finds nothing
 * due.
 * @throws OrderError where the deployment has no such market, or something is due and the client can only read
 * @example
 * const { done } = await relistStrikes(client);
 */
export async function relistStrikes(
  client: Client,
  parameters: RelistStrikesParameters = {},
): Promise<RelistStrikesResult> {
  return doDue(client, {
    due: await dueRelistings(client, parameters),
    act: async (one, from) => {
      const { receipt } = await rehearseAndSend(client, relistingOf(one), { from });
      return { receipt };
    },
  });
}
