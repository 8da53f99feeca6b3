import type { Client } from "../client/connect.ts";
import { read } from "../rpc/read.ts";
import { optionVaultAbi } from "./abis.ts";
import { attempt, type Due } from "./doDue.ts";
import { openOf, type OpenExpiry } from "./openOf.ts";

export interface DueRelistingsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** An expiry whose forward has left the middle of its strikes. */
export interface DueRelisting extends Due, OpenExpiry {}

export type DueRelistingsResult = readonly DueRelisting[];

/** Where strikes are as they should be, or the expiry trades no more. */
const NOT_DUE = new Set(["ExpiryClosed", "ExpiryNotOpen", "NothingToRelist"]);

/**
 * The open expiries of a market's vaults that need new strikes.
 * @throws OrderError where the deployment has no such market
 * @example
 * const due = await dueRelistings(client);
 */
export async function dueRelistings(
  client: Client,
  { market }: DueRelistingsParameters = {},
): Promise<DueRelistingsResult> {
  const { open } = await openOf(client, market);
  const rehearsed = await Promise.all(
    open.map(async (one): Promise<DueRelisting> => ({
      ...one,
      refusal: (await attempt(read(client, relistingOf(one)))).refusal,
    })),
  );
  return rehearsed.filter(({ refusal }) => refusal === undefined || !NOT_DUE.has(refusal.errorName));
}

/** The call that lays an expiry's strikes anew. */
export function relistingOf({ vault: { address }, expiry }: OpenExpiry) {
  return { address, abi: optionVaultAbi, functionName: "relist", args: [expiry] } as const;
}
