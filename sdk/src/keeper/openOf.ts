import type { Client, Vault } from "../client/connect.ts";
import { marketOf } from "../client/marketOf.ts";
import type { Block } from "../rpc/blockOf.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { optionVaultAbi } from "./abis.ts";

/** An expiry that a vault has open: until it is settled. */
export interface OpenExpiry {
  readonly vault: Vault;
  /** Unix seconds. */
  readonly expiry: bigint;
}

/** The open expiries of a market's vaults, vault by vault, and the block that they are of. */
export async function openOf(
  client: Client,
  market: string | undefined,
): Promise<{ readonly open: readonly OpenExpiry[]; readonly block: Block }> {
  const { vaults } = marketOf(client, market);
  const { results, block } = await readBatch(client, {
    calls: vaults.map(({ address }) => batchCall({ address, abi: optionVaultAbi, functionName: "expiries", args: [] })),
  });
  const open = vaults.flatMap((vault, index) => (results[index] ?? []).map((expiry) => ({ vault, expiry })));
  return { open, block };
}
