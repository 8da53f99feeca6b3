import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import type { OrderLeg } from "./planOrder.ts";

/** Units of each collateral (its address in lower case) that an order pays with each leg at its limit; negative where it receives. */
export function netByCollateral(client: Client, legs: readonly OrderLeg[]): Map<string, bigint> {
  const net = new Map<string, bigint>();
  for (const { vault, quantity, limit } of legs) {
    const collateral = collateralOf(client, vault);
    net.set(collateral, (net.get(collateral) ?? 0n) + (quantity > 0n ? limit : -limit));
  }
  return net;
}
