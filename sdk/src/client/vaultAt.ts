import { OrderError } from "../errors/OrderError.ts";
import { isSame } from "../rpc/hex.ts";
import type { Client, Vault } from "./connect.ts";

/**
 * The vault at an address, of those in the deployment.
 * @throws OrderError where it has no such vault
 * @example
 * const { collateral, market } = vaultAt(client, vault.address);
 */
export function vaultAt(client: Client, address: string): Vault {
  const vault = client.vaults.find((candidate) => isSame(candidate.address, address));
  if (vault !== undefined) return vault;
  throw new OrderError({
    expected: `a vault of the deployment (${client.vaults.map(({ symbol }) => symbol).join(", ")})`,
    got: address,
    action: "take the address from the deployment's addresses",
  });
}
