import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import { netByCollateral } from "./netByCollateral.ts";
import type { OrderLeg } from "./planOrder.ts";

/**
 * An order's legs as the swap router can pay for them, otherwise in the order given: sales, then what is bought with the proceeds
 * of its own collateral alone, then the other purchases. A sale pays for later legs only, and what it brings is swapped
 * after the last purchase in its collateral.
 * @throws OrderError where a leg's vault is none of the deployment
 */
export function salesFirst(client: Client, legs: readonly OrderLeg[]): OrderLeg[] {
  const net = netByCollateral(client, legs);
  const rank = ({ vault, quantity }: OrderLeg): number => {
    if (quantity < 0n) return 0;
    return (net.get(collateralOf(client, vault)) ?? 0n) <= 0n ? 1 : 2;
  };
  return [...legs].sort((one, other) => rank(one) - rank(other));
}
