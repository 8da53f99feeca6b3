import { OrderError } from "../errors/OrderError.ts";
import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import { netByCollateral } from "./netByCollateral.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import { netOf } from "./salesFirst.ts";
import type { TotalLimit } from "./TotalLimit.ts";
import { vaultOrders, type VaultOrder } from "./vaultOrders.ts";

export interface PayableRequest {
  readonly legs: readonly OrderLeg[];
  readonly totals?: readonly TotalLimit[] | undefined;
  /** In which the order is to be paid. */
  readonly token: string;
}

/**
 * Requires that no vault waits for what a later one brings: the swap router pays each with what is there when its turn comes.
 * `salesFirst` puts any order so.
 * @throws OrderError otherwise
 */
export function requirePayable(client: Client, { legs, totals, token }: PayableRequest): void {
  const net = netByCollateral(client, { legs, totals });
  const orders = vaultOrders(legs);
  /** A vault that brings something, or the last purchase in a collateral of which more is sold: what is left of it is swapped then. */
  const brings = (order: VaultOrder): boolean => {
    if (netOf(order) < 0n) return true;
    const collateral = collateralOf(client, order.vault);
    const buys = order.legs.some(({ quantity }) => quantity > 0n);
    return buys && collateral !== token.toLowerCase() && (net.get(collateral) ?? 0n) < 0n;
  };
  const proceeds = new Map<string, bigint>();
  for (const [index, order] of orders.entries()) {
    const collateral = collateralOf(client, order.vault);
    const left = (proceeds.get(collateral) ?? 0n) - netOf(order);
    proceeds.set(collateral, left > 0n ? left : 0n);
    const late = left < 0n ? orders.findIndex((other, place) => place > index && brings(other)) : -1;
    const waiting = order.legs[0];
    const later = orders[late]?.legs[0];
    if (waiting === undefined || later === undefined) continue;
    throw new OrderError({
      expected: "sales before the purchases that they are to pay for",
      got: `leg ${legs.indexOf(waiting)}, which needs what leg ${legs.indexOf(later)} brings`,
      action: "order the legs by salesFirst, for the plan and for the order",
    });
  }
}
