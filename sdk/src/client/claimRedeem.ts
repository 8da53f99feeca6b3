import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface ClaimRequest {
  readonly vault: string;
  readonly requestId: bigint;
}

/** Takes what one of the signer's requests has come to: token units of what was filled, and shares of what will not be. */
export async function claimRedeem(
  client: Client,
  { vault, requestId }: ClaimRequest,
): Promise<{ assets: bigint; shares: bigint; receipt: ContractTransactionReceipt | null }> {
  const { address } = await signerOf(client);
  const { claim } = vaultAt(client, vault).queue;
  const { assets, shares } = await explained(claim.staticCall(requestId, address, address));
  const sent = await explained(claim(requestId, address, address));
  return { assets, shares, receipt: await explained(sent.wait()) };
}
