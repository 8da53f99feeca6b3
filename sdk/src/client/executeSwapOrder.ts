import type { ContractTransactionReceipt } from "ethers";

import type { Client } from "./connect.ts";
import { mined } from "./executeOrder.ts";
import { explained } from "./explained.ts";
import {
  rehearseSwapOrder,
  swapArgumentsOf,
  type SwapOrderOutcome,
  type SwapOrderRequest,
} from "./rehearseSwapOrder.ts";

/** What the rehearsal just before sending said; the order keeps within its limits all the same. */
export interface SwapOrderResult extends SwapOrderOutcome {
  readonly receipt: ContractTransactionReceipt;
}

/**
 * Runs an order through the swap router, paid or paying in one token: all legs within their limits and the total within its own,
 * or none. Vaults take their turn one after the other, each paid with what is there by then, so pass `salesFirst(client, legs)` here
 * and to `planSettlement`.
 */
export async function executeSwapOrder(client: Client, order: SwapOrderRequest): Promise<SwapOrderResult> {
  const outcome = await rehearseSwapOrder(client, order);
  const terms = await swapArgumentsOf(client, order);
  const { execute, executeWithPermit2 } = client.swapRouter;
  const sent = await explained(
    order.permit === undefined ? execute(...terms) : executeWithPermit2({ ...order.permit }, ...terms),
  );
  return { ...outcome, receipt: await mined(sent) };
}
