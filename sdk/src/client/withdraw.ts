import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface WithdrawRequest {
  readonly vault: string;
  readonly shares: bigint;
  /** Least token units to get; zero for any. */
  readonly minAssets: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
}

/** Redeems the signer's shares at net asset value less the band. */
export async function withdraw(
  client: Client,
  { vault, shares, minAssets, deadline }: WithdrawRequest,
): Promise<{ assets: bigint; receipt: ContractTransactionReceipt | null }> {
  requireNotNegative(shares, "shares");
  requireDeadline(deadline);
  const { address } = await signerOf(client);
  const call = vaultAt(client, vault).contract["redeem(uint256,address,address,uint256,uint256)"];
  const assets = await explained(call.staticCall(shares, address, address, minAssets, deadline));
  const sent = await explained(call(shares, address, address, minAssets, deadline));
  return { assets, receipt: await explained(sent.wait()) };
}
