import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { ensureAllowance } from "./ensureAllowance.ts";
import { explained } from "./explained.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface DepositRequest {
  readonly vault: string;
  /** Token units of the vault's collateral. */
  readonly assets: bigint;
  /** Least shares to get; zero for any. */
  readonly minShares: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
}

/** Provides collateral to a vault, approving it first where that is needed. */
export async function deposit(
  client: Client,
  { vault, assets, minShares, deadline }: DepositRequest,
): Promise<{ shares: bigint; receipt: ContractTransactionReceipt | null }> {
  requireNotNegative(assets, "assets");
  requireDeadline(deadline);
  const { address } = await signerOf(client);
  const { contract, collateral } = vaultAt(client, vault);
  await ensureAllowance(client, { token: collateral.address, spender: vault, amount: assets });
  const call = contract["deposit(uint256,address,uint256,uint256)"];
  const shares = await explained(call.staticCall(assets, address, minShares, deadline));
  const sent = await explained(call(assets, address, minShares, deadline));
  return { shares, receipt: await explained(sent.wait()) };
}
