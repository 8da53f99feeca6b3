import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import { dueOpenings, openingOf, type DueOpening, type DueOpeningsParameters } from "./dueOpenings.ts";

export type OpenExpiriesParameters = DueOpeningsParameters;

/** What an opening brought. */
export interface Opening {
  /** WAD quote per underlying, ascending. */
  readonly strikes: readonly bigint[];
  readonly receipt: Receipt;
}

export type OpenExpiriesResult = KeeperResult<DueOpening, Opening>;

/**
 * Opens the expiries that are on the calendar in every vault of a market, strikes and all. Anyone may; a second call finds nothing
 * due.
 * @throws OrderError where the deployment has no such market, or something is due and the client can only read
 * @example
 * const { done, refused } = await openExpiries(client, { market: "WETH/USDC" });
 */
export async function openExpiries(
  client: Client,
  parameters: OpenExpiriesParameters = {},
): Promise<OpenExpiriesResult> {
  return doDue(client, {
    due: await dueOpenings(client, parameters),
    act: async (opening, from): Promise<Opening> => {
      const { result: strikes, receipt } = await rehearseAndSend(client, openingOf(opening), { from });
      return { strikes, receipt };
    },
  });
}
