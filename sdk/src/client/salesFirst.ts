import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import { netByCollateral } from "./netByCollateral.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import { vaultOrders, type VaultOrder } from "./vaultOrders.ts";

/**
 * An order's legs as the swap router can pay for them, vault by vault and otherwise in the order given: vaults that bring something,
 * then those that are paid with the proceeds of their own collateral alone, then the others. What a vault brings pays for later
 * ones only, and is swapped after the last purchase in its collateral.
 * @throws OrderError where a leg's vault is none of the deployment
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const inOrder = salesFirst(client, plan.legs);
 */
export function salesFirst(client: Client, legs: readonly OrderLeg[]): OrderLeg[] {
  const net = netByCollateral(client, { legs });
  const rank = (order: VaultOrder): number => {
    if (netOf(order) < 0n) return 0;
    return (net.get(collateralOf(client, order.vault)) ?? 0n) <= 0n ? 1 : 2;
  };
  return vaultOrders(legs)
    .sort((one, other) => rank(one) - rank(other))
    .flatMap((order) => order.legs);
}

/** What a vault's legs pay with each at its limit; negative where they bring something. */
export function netOf({ legs }: VaultOrder): bigint {
  return legs.reduce((sum, { quantity, limit }) => sum + (quantity > 0n ? limit : -limit), 0n);
}
