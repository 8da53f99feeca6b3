import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import { dueTrips, tripOf, type DueTrip, type DueTripsParameters } from "./dueTrips.ts";

export type TripVaultsParameters = DueTripsParameters;

export type TripVaultsResult = KeeperResult<DueTrip, { readonly receipt: Receipt }>;

/**
 * Shuts every vault of a market as far as its published condition holds: guarded while nearly all is locked or spot is in doubt,
 * close-only while little is left. Anyone may, not in a block in which the vault traded; a second call finds nothing due.
 * @throws OrderError where the deployment has no such market, or something is due and the client can only read
 * @example
 * const { done } = await tripVaults(client);
 */
export async function tripVaults(client: Client, parameters: TripVaultsParameters = {}): Promise<TripVaultsResult> {
  return doDue(client, {
    due: await dueTrips(client, parameters),
    act: async (trip, from) => {
      const { receipt } = await rehearseAndSend(client, tripOf(trip), { from });
      return { receipt };
    },
  });
}
