import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { ensureAllowance } from "./ensureAllowance.ts";
import { explained } from "./explained.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface ExitRequest {
  readonly vault: string;
  readonly shares: bigint;
  /**
   * Least price to leave at, WAD collateral a whole share; rounded up to the next level of a fixed grid, by less than 1 %
   * (`redeemRequests` tells). May be above today's price. Any price where absent.
   */
  readonly minPrice?: bigint;
}

/**
 * Asks a vault's queue to redeem the signer's shares with this epoch's batch, allowing it the shares first where
 * needed.
 */
export async function requestRedeem(
  client: Client,
  { vault, shares, minPrice = 0n }: ExitRequest,
): Promise<{ requestId: bigint; receipt: ContractTransactionReceipt | null }> {
  requireNotNegative(shares, "shares");
  const { address } = await signerOf(client);
  const { queue } = vaultAt(client, vault);
  await ensureAllowance(client, { token: vault, spender: await queue.getAddress(), amount: shares });
  const call = queue["requestRedeem(uint256,address,address,uint256)"];
  const requestId = await explained(call.staticCall(shares, address, address, minPrice));
  const sent = await explained(call(shares, address, address, minPrice));
  return { requestId, receipt: await explained(sent.wait()) };
}
