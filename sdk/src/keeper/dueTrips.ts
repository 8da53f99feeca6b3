import type { Client, Vault } from "../client/connect.ts";
import { marketOf } from "../client/marketOf.ts";
import { VAULT_STATES, type VaultState } from "../client/vaultView.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { optionVaultAbi } from "./abis.ts";
import { attempt, type Due } from "./doDue.ts";

export interface DueTripsParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
}

/** A vault whose published condition for shutting further holds. */
export interface DueTrip extends Due {
  readonly vault: Vault;
  /** As it is, and as anyone may have it. */
  readonly from: VaultState;
  readonly to: VaultState;
}

export type DueTripsResult = readonly DueTrip[];

/** What anyone may trip, the tightest first. */
const TRIPPABLE = ["closeOnly", "guarded"] as const;
const NOT_DUE = new Set(["NotTightening", "TripConditionNotMet"]);

/**
 * The vaults of a market that anyone may shut further now, each as far as its condition goes.
 * @throws OrderError where the deployment has no such market
 * @example
 * const due = await dueTrips(client);
 */
export async function dueTrips(client: Client, { market }: DueTripsParameters = {}): Promise<DueTripsResult> {
  const { vaults } = marketOf(client, market);
  const { results } = await readBatch(client, {
    calls: vaults.map(({ address }) => batchCall({ address, abi: optionVaultAbi, functionName: "state", args: [] })),
  });
  const found = await Promise.all(
    vaults.map(async (vault, index): Promise<DueTrip | undefined> => {
      const from = VAULT_STATES[results[index] ?? 0] ?? "settleOnly";
      for (const to of TRIPPABLE) {
        if (VAULT_STATES.indexOf(to) <= VAULT_STATES.indexOf(from)) return undefined;
        const { refusal } = await attempt(read(client, tripOf({ vault, to })));
        if (refusal === undefined || !NOT_DUE.has(refusal.errorName)) return { vault, from, to, refusal };
      }
      return undefined;
    }),
  );
  return found.filter((trip) => trip !== undefined);
}

/** The call that shuts a vault further. */
export function tripOf({ vault: { address }, to }: Pick<DueTrip, "vault" | "to">) {
  return { address, abi: optionVaultAbi, functionName: "trip", args: [VAULT_STATES.indexOf(to)] } as const;
}
