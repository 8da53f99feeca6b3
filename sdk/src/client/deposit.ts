import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { optionVaultAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { ensureAllowance } from "./ensureAllowance.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface DepositParameters {
  readonly vault: string;
  /** Token units of the vault's collateral. */
  readonly assets: bigint;
  /** Least shares to get; zero for any. */
  readonly minShares: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
}

export interface DepositResult {
  /** As rehearsed just before sending; at least `minShares`. */
  readonly shares: bigint;
  readonly receipt: Receipt;
}

/**
 * Provides collateral to a vault, approving it first where that is needed.
 * @throws ContractError where the vault takes no deposit now, or the shares are fewer than `minShares`
 * @example
 * const assets = 10n ** BigInt(vault.collateral.decimals);
 * const { shares } = await deposit(client, { vault: vault.address, assets, minShares: 0n, deadline });
 */
export async function deposit(
  client: Client,
  { vault, assets, minShares, deadline }: DepositParameters,
): Promise<DepositResult> {
  requireNotNegative(assets, "assets");
  requireDeadline(deadline);
  const from = await senderOf(client);
  const { collateral } = vaultAt(client, vault);
  await ensureAllowance(client, { token: collateral.address, spender: vault, amount: assets });
  const args = [assets, from, minShares, deadline] as const;
  const call = { address: vault, abi: optionVaultAbi, functionName: "deposit", args } as const;
  const { result: shares, receipt } = await rehearseAndSend(client, call, { from });
  return { shares, receipt };
}
