import type { Client } from "./connect.ts";
import { vaultAt } from "./vaultAt.ts";

/**
 * The address of a vault's collateral, in lower case.
 * @throws OrderError where the deployment has no such vault
 */
export function collateralOf(client: Client, vault: string): string {
  return vaultAt(client, vault).collateral.address.toLowerCase();
}
