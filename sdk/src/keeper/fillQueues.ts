import type { Client } from "../client/connect.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { doDue, type KeeperResult } from "./doDue.ts";
import { dueFills, fillOf, type DueFill, type DueFillsParameters } from "./dueFills.ts";

export type FillQueuesParameters = DueFillsParameters;

/** What a fill came to, as the rehearsal just before sending said. */
export interface Fill {
  /** Redeemed. */
  readonly shares: bigint;
  /** Units of the vault's collateral, set aside for them. */
  readonly assets: bigint;
  readonly receipt: Receipt;
}

export type FillQueuesResult = KeeperResult<DueFill, Fill>;

/**
 * Fills the batches in the queues of a market's vaults whose epoch has ended, as far as the vaults can pay now. Anyone may, once a
 * block and not in a block in which the vault traded. For one vault alone there is `fillRedeem`.
 * @throws OrderError where the deployment has no such market, or something is due and the client can only read
 * @example
 * const { done, refused } = await fillQueues(client);
 */
export async function fillQueues(client: Client, parameters: FillQueuesParameters = {}): Promise<FillQueuesResult> {
  return doDue(client, {
    due: await dueFills(client, parameters),
    act: async (one, from): Promise<Fill> => {
      const { result, receipt } = await rehearseAndSend(client, fillOf(one), { from });
      const [shares, assets] = result;
      return { shares, assets, receipt };
    },
  });
}
