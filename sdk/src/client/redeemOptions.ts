import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

/** Pays out settled options of the signer. */
export async function redeemOptions(
  client: Client,
  { vault, id, quantity }: { vault: string; id: bigint; quantity: bigint },
): Promise<{ payout: bigint; receipt: ContractTransactionReceipt | null }> {
  const { address } = await signerOf(client);
  const { contract } = vaultAt(client, vault);
  const payout = await explained(contract.redeemOptions.staticCall(id, quantity, address, address));
  const sent = await explained(contract.redeemOptions(id, quantity, address, address));
  return { payout, receipt: await explained(sent.wait()) };
}
