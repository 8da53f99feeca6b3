import { read } from "../rpc/read.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { send } from "../rpc/send.ts";
import type { Client } from "./connect.ts";
import { swapCallOf, type RehearseSwapOrderParameters, type RehearseSwapOrderResult } from "./rehearseSwapOrder.ts";
import { vaultPremiums } from "./vaultOrders.ts";

export interface ExecuteSwapOrderParameters extends RehearseSwapOrderParameters {
  /** Whether to attach an access list (EIP-2930) where the node makes one and the order takes less gas with it; true by default. */
  readonly accessList?: boolean;
}

/** What the rehearsal just before sending said; the order keeps within its limits all the same. */
export interface ExecuteSwapOrderResult extends RehearseSwapOrderResult {
  readonly receipt: Receipt;
}

/**
 * Runs an order through the swap router, paid or paying in one token: all legs within their limits and the total within its own,
 * or none. Vaults take their turn one after the other, each paid with what is there by then, so pass `salesFirst(client, legs)` here
 * and to `planSettlement`.
 * @throws ContractError where a vault, a pool or the router refuses
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { underlying: token, quote } = marketOf(client);
 * const paths = [encodePath(quote.address, [{ fee: 500, token: token.address }])];
 * const inOrder = salesFirst(client, plan.legs);
 * const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
 * const amount = settlement.maxNetPaid;
 * const permit = await signPermit2(client, { token: token.address, amount, deadline });
 * const { netPaid, receipt } = await executeSwapOrder(client, { legs: inOrder, settlement, deadline, permit });
 */
export async function executeSwapOrder(
  client: Client,
  order: ExecuteSwapOrderParameters,
): Promise<ExecuteSwapOrderResult> {
  const { call, from } = await swapCallOf(client, order);
  const [premiums, netPaid] = await read(client, call, { from });
  const receipt = await send(client, call, { from, accessList: order.accessList ?? true });
  return { premiums: vaultPremiums(order.legs, premiums), netPaid, receipt };
}
