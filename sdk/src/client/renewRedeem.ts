import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface RenewalRequest {
  readonly vault: string;
  readonly requestId: bigint;
  /** As in `requestRedeem`. */
  readonly minPrice?: bigint;
}

/** Puts what one of the signer's requests could not have filled into this epoch's batch. */
export async function renewRedeem(
  client: Client,
  { vault, requestId, minPrice = 0n }: RenewalRequest,
): Promise<{ requestId: bigint; receipt: ContractTransactionReceipt | null }> {
  const { address } = await signerOf(client);
  const { renew } = vaultAt(client, vault).queue;
  const renewed = await explained(renew.staticCall(requestId, address, minPrice));
  const sent = await explained(renew(requestId, address, minPrice));
  return { requestId: renewed, receipt: await explained(sent.wait()) };
}
