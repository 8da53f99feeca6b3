import type { BoundOrder } from "./boundOrder.ts";
import type { Client } from "./connect.ts";
import { netByCollateral } from "./netByCollateral.ts";

/**
 * Several plans as one order, such as those of different markets: a total that bounds a token must cover every leg in it.
 * @throws OrderError where a leg's vault is none of the deployment
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { legs: all, totals } = joinOrders(client, [plan]);
 */
export function joinOrders(client: Client, orders: readonly BoundOrder[]): Required<BoundOrder> {
  const nets = orders.map((order) => netByCollateral(client, order));
  const tokens = new Set(orders.flatMap(({ totals }) => totals.map(({ token }) => token.toLowerCase())));
  return {
    legs: orders.flatMap(({ legs }) => legs),
    prices: orders.flatMap(({ prices = [] }) => prices),
    totals: [...tokens].map((token) => ({
      token,
      maxNetPaid: nets.reduce((sum, net) => sum + (net.get(token) ?? 0n), 0n),
    })),
  };
}
