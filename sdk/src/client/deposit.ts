import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { read } from "../rpc/read.ts";
import { OrderError } from "../errors/OrderError.ts";
import { optionVaultAbi } from "./abis.ts";
import { allowFor } from "./allowFor.ts";
import { formatUnits } from "../units/formatUnits.ts";
import type { Client } from "./connect.ts";
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
  /** None where the vault was allowed to take as much already. */
  readonly approvals: readonly Receipt[];
  readonly receipt: Receipt;
}

/**
 * Provides collateral to a vault, approving it first where that is needed and nothing else stands against the deposit.
 * @throws ContractError where the vault takes no deposit now, or the shares are fewer than `minShares`
 * @throws OrderError where the signer holds less, or the shares would be fewer than `minShares`; nothing was sent then
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
  const args = [assets, from, minShares, deadline] as const;
  const call = { address: vault, abi: optionVaultAbi, functionName: "deposit", args } as const;
  const rehearse = async (): Promise<void> => {
    // The vault holds the shares against their minimum once the collateral has come.
    await requireShares(client, { vault, assets, minShares });
    await read(client, call, { from });
  };
  const approvals = await allowFor(client, { token: collateral, spender: vault, amount: assets, rehearse });
  const { result: shares, receipt } = await rehearseAndSend(client, call, { from });
  return { shares, approvals, receipt };
}

async function requireShares(
  client: Client,
  { vault, assets, minShares }: Pick<DepositParameters, "vault" | "assets" | "minShares">,
): Promise<void> {
  const contract = { address: vault, abi: optionVaultAbi } as const;
  const [shares, decimals] = await Promise.all([
    read(client, { ...contract, functionName: "previewDeposit", args: [assets] }),
    read(client, { ...contract, functionName: "decimals", args: [] }),
  ]);
  if (shares >= minShares) return;
  throw new OrderError({
    expected: `at least ${formatUnits(minShares, decimals)} shares`,
    got: formatUnits(shares, decimals),
    action: "the share price moved: preview again, or lower minShares; nothing was sent",
  });
}
