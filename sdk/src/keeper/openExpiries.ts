import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { read } from "../rpc/read.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { optionVaultAbi } from "./abis.ts";
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
      const { receipt } = await rehearseAndSend(client, openingOf(opening), { from });
      const { vault, expiry } = opening;
      const laid = { address: vault.address, abi: optionVaultAbi, functionName: "strikesOf", args: [expiry] } as const;
      // Strikes lie around the forward of the block that laid them, not of the rehearsal.
      const [strikes] = await read(client, laid, { block: receipt.blockNumber });
      return { strikes, receipt };
    },
  });
}
