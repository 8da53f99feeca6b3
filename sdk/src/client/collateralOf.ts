import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";

/**
 * The address of a vault's collateral, in lower case. An order may have legs of several markets.
 * @throws OrderError where the deployment has no such vault
 */
export function collateralOf({ deployment }: Client, vault: string): string {
  for (const { vaults, underlying, quote } of deployment.markets) {
    const found = vaults.find(({ address }) => address.toLowerCase() === vault.toLowerCase());
    if (found !== undefined) return (found.kind === "call" ? underlying : quote).address.toLowerCase();
  }
  throw new OrderError({
    expected: "a vault of the deployment",
    got: vault,
    action: "take the address from the deployment's addresses",
  });
}
