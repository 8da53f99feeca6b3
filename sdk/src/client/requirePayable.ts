import { OrderError } from "../errors/OrderError.ts";
import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import { netByCollateral } from "./netByCollateral.ts";
import type { OrderLeg } from "./planOrder.ts";

/**
 * Requires that no purchase waits for what a later leg brings: the swap router pays each with what is there when its turn comes.
 * `salesFirst` puts any order so.
 * @throws OrderError otherwise
 */
export function requirePayable(
  client: Client,
  { legs, token }: { readonly legs: readonly OrderLeg[]; readonly token: string },
): void {
  const net = netByCollateral(client, legs);
  /** A sale, or the last purchase in a collateral of which more is sold: what is left of it is swapped then. */
  const brings = ({ vault, quantity, limit }: OrderLeg): boolean => {
    if (quantity < 0n) return limit > 0n;
    const collateral = collateralOf(client, vault);
    return collateral !== token.toLowerCase() && (net.get(collateral) ?? 0n) < 0n;
  };
  const proceeds = new Map<string, bigint>();
  for (const [index, { vault, quantity, limit }] of legs.entries()) {
    const collateral = collateralOf(client, vault);
    const own = proceeds.get(collateral) ?? 0n;
    if (quantity < 0n) {
      proceeds.set(collateral, own + limit);
      continue;
    }
    proceeds.set(collateral, own > limit ? own - limit : 0n);
    const late = own < limit ? legs.findIndex((leg, place) => place > index && brings(leg)) : -1;
    if (late < 0) continue;
    throw new OrderError({
      expected: "sales before the purchases that they are to pay for",
      got: `leg ${index}, which needs what leg ${late} brings`,
      action: "order the legs by salesFirst, for the plan and for the order",
    });
  }
}
