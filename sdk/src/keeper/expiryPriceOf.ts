import type { Client } from "../client/connect.ts";
import { marketOf } from "../client/marketOf.ts";
import { KeeperError } from "./KeeperError.ts";
import { read } from "../rpc/read.ts";
import { optionVaultAbi } from "./abis.ts";

/**
 * The address of a market's expiry prices, as its vaults have it.
 * @throws KeeperError where the market has no vault
 */
export async function expiryPriceOf(client: Client, market: string | undefined): Promise<string> {
  const { vaults, name } = marketOf(client, market);
  const [vault] = vaults;
  if (vault === undefined) {
    throw new KeeperError({ expected: "a market with vaults", got: `${name}, which has none`, action: "name another" });
  }
  return read(client, { address: vault.address, abi: optionVaultAbi, functionName: "expiryPrice", args: [] });
}
