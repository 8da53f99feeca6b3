import type { Client, Vault } from "../client/connect.ts";
import { marketOf } from "../client/marketOf.ts";
import { read } from "../rpc/read.ts";
import { optionVaultAbi } from "./abis.ts";
import { attempt, type Due } from "./doDue.ts";

export interface DueLapsesParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** A vault that was tripped for long enough, and whose condition is gone. */
export interface DueLapse extends Due {
  readonly vault: Vault;
}

export type DueLapsesResult = readonly DueLapse[];

const NOT_DUE = new Set(["NothingTripped", "TripConditionHolds", "TripLasts"]);

/**
 * The vaults of a market that may open again after a trip.
 * @throws OrderError where the deployment has no such market
 * @example
 * const due = await dueLapses(client);
 */
export async function dueLapses(client: Client, { market }: DueLapsesParameters = {}): Promise<DueLapsesResult> {
  const rehearsed = await Promise.all(
    marketOf(client, market).vaults.map(async (vault): Promise<DueLapse> => ({
      vault,
      refusal: (await attempt(read(client, lapseOf(vault)))).refusal,
    })),
  );
  return rehearsed.filter(({ refusal }) => refusal === undefined || !NOT_DUE.has(refusal.errorName));
}

/** The call that ends a trip. */
export function lapseOf({ address }: Vault) {
  return { address, abi: optionVaultAbi, functionName: "lapse", args: [] } as const;
}
