import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

/** Leaves a vault without any price: works in every state, frozen feeds included, and pays at most the fair part. */
export async function guaranteedExit(
  client: Client,
  { vault, shares }: { vault: string; shares: bigint },
): Promise<{ assets: bigint; receipt: ContractTransactionReceipt | null }> {
  requireNotNegative(shares, "shares");
  const { address } = await signerOf(client);
  const { contract } = vaultAt(client, vault);
  const call = contract["guaranteedExit(uint256,address,address)"];
  const assets = await explained(call.staticCall(shares, address, address));
  const sent = await explained(call(shares, address, address));
  return { assets, receipt: await explained(sent.wait()) };
}
