import { OrderError } from "../errors/OrderError.ts";
import { read } from "../rpc/read.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { send } from "../rpc/send.ts";
import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import { orderCallOf, type RehearseOrderParameters } from "./rehearseOrder.ts";
import { tellingLimits } from "./tellingLimits.ts";
import { vaultOrders, vaultPremiums, type VaultPremium } from "./vaultOrders.ts";
import { symbolText } from "./tokenInfo.ts";

export interface ExecuteOrderParameters extends RehearseOrderParameters {
  /** Whether to attach an access list (EIP-2930) where the node makes one and the order takes less gas with it; true by default. */
  readonly accessList?: boolean;
}

export interface ExecuteOrderResult {
  readonly receipt: Receipt;
  /** What the legs to each vault came to, as the rehearsal just before sending said; within the order's limits. */
  readonly premiums: readonly VaultPremium[];
}

/**
 * Runs an order through the router: all legs within their limits by the deadline, or none. Rehearsed before it is sent.
 * @throws OrderError where several legs go to one vault and no total bounds what they bear together
 * @throws ContractError where a vault or the router refuses
 * @example
 * const { legs: bounded, totals } = await planOrder(client, { legs, trader: account });
 * const { premiums, receipt } = await executeOrder(client, { legs: bounded, totals, deadline });
 */
export async function executeOrder(client: Client, order: ExecuteOrderParameters): Promise<ExecuteOrderResult> {
  requireTotals(client, order);
  const { call, from } = await orderCallOf(client, order);
  return tellingLimits(client, { order, owner: from }, async () => {
    const premiums = vaultPremiums(order.legs, await read(client, call, { from }));
    const receipt = await send(client, call, { from, accessList: order.accessList ?? true });
    return { receipt, premiums };
  });
}

/** Where a vault has several legs their limits bound their own parts, and nothing but a total the risk charge that they share. */
function requireTotals(client: Client, { legs, totals = [] }: RehearseOrderParameters): void {
  for (const { vault, legs: several } of vaultOrders(legs)) {
    const token = collateralOf(client, vault);
    if (several.length < 2 || totals.some((total) => total.token.toLowerCase() === token)) continue;
    throw new OrderError({
      expected: `a total in ${symbolText(client, token)}, for ${several.length} legs to one vault bear a risk charge together`,
      got: "none",
      action: "pass the totals of planOrder along with its legs",
    });
  }
}
