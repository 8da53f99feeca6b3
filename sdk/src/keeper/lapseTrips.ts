import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import { dueLapses, lapseOf, type DueLapse, type DueLapsesParameters } from "./dueLapses.ts";

export type LapseTripsParameters = DueLapsesParameters;

export type LapseTripsResult = KeeperResult<DueLapse, { readonly receipt: Receipt }>;

/**
 * Ends trips (`tripVaults`) in a market's vaults, a day later or more, once their conditions are gone. Anyone may; a second call finds
 * nothing due.
 * @throws OrderError where the deployment has no such market, or something is due and the client can only read
 * @example
 * const { done } = await lapseTrips(client);
 */
export async function lapseTrips(client: Client, parameters: LapseTripsParameters = {}): Promise<LapseTripsResult> {
  return doDue(client, {
    due: await dueLapses(client, parameters),
    act: async ({ vault }, from) => {
      const { receipt } = await rehearseAndSend(client, lapseOf(vault), { from });
      return { receipt };
    },
  });
}
