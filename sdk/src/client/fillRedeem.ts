import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { requireChain } from "./requireChain.ts";
import { vaultAt } from "./vaultAt.ts";

/**
 * Fills the batch of a vault's queue whose epoch has ended, as far as the vault can pay now. Anyone may. No shares where all ask
 * for more than the price, or where nothing may leave and those who ask for more than anybody could be paid were left out.
 */
export async function fillRedeem(
  client: Client,
  vault: string,
): Promise<{ shares: bigint; assets: bigint; receipt: ContractTransactionReceipt | null }> {
  await requireChain(client);
  const { queue } = vaultAt(client, vault);
  const epoch = (await explained(queue.currentEpoch())) - 1n;
  const { shares, assets } = await explained(queue.fill.staticCall(epoch));
  const sent = await explained(queue.fill(epoch));
  return { shares, assets, receipt: await explained(sent.wait()) };
}
