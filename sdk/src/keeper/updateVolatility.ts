import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { send } from "../rpc/send.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import {
  dueVolatilityUpdates,
  updateOf,
  type DueVolatilityUpdate,
  type DueVolatilityUpdatesParameters,
} from "./dueVolatilityUpdates.ts";

export type UpdateVolatilityParameters = DueVolatilityUpdatesParameters;

export type UpdateVolatilityResult = KeeperResult<DueVolatilityUpdate, { readonly receipt: Receipt }>;

/**
 * Lets a market's realised volatility see the present price, where its last observation is old; in effect from the next block. Anyone
 * may; a second call finds nothing due.
 * @throws OrderError where the deployment has no such market, or an update is due and the client can only read
 * @example
 * const { done } = await updateVolatility(client, { every: 900 });
 */
export async function updateVolatility(
  client: Client,
  parameters: UpdateVolatilityParameters = {},
): Promise<UpdateVolatilityResult> {
  return doDue(client, {
    due: await dueVolatilityUpdates(client, parameters),
    act: async ({ address }, from) => ({ receipt: await send(client, updateOf(address), { from }) }),
  });
}
