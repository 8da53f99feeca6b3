import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import type { TotalLimit } from "./TotalLimit.ts";

/**
 * Units of each collateral (its address in lower case) that an order pays at most; negative where it receives. Its total, where the
 * order has one in that token; else each leg at its limit.
 */
export function netByCollateral(
  client: Client,
  { legs, totals = [] }: { readonly legs: readonly OrderLeg[]; readonly totals?: readonly TotalLimit[] | undefined },
): Map<string, bigint> {
  const net = new Map<string, bigint>();
  for (const { vault, quantity, limit } of legs) {
    const collateral = collateralOf(client, vault);
    net.set(collateral, (net.get(collateral) ?? 0n) + (quantity > 0n ? limit : -limit));
  }
  for (const { token, maxNetPaid } of totals)
    if (net.has(token.toLowerCase())) net.set(token.toLowerCase(), maxNetPaid);
  return net;
}
