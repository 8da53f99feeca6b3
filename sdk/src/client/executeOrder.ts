import type { ContractTransactionReceipt } from "ethers";

import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { argumentsOf, rehearseOrder, type OrderRequest } from "./rehearseOrder.ts";

export interface OrderResult {
  readonly receipt: ContractTransactionReceipt;
  /** Token units paid or received, one a leg, as the rehearsal just before sending said; each is within its leg's limit. */
  readonly amounts: readonly bigint[];
}

/** Runs an order through the router: all legs within their limits by the deadline, or none. Rehearsed before it is sent. */
export async function executeOrder(client: Client, order: OrderRequest): Promise<OrderResult> {
  const amounts = await rehearseOrder(client, order);
  const { permits, terms } = await argumentsOf(client, order);
  const { executeWithPermits, execute } = client.router;
  const sent = await explained(permits.length === 0 ? execute(...terms) : executeWithPermits(permits, ...terms));
  return { receipt: await mined(sent), amounts };
}

/** The receipt of what was sent. */
export async function mined(sent: {
  wait(): Promise<ContractTransactionReceipt | null>;
}): Promise<ContractTransactionReceipt> {
  const receipt = await explained(sent.wait());
  if (receipt !== null) return receipt;
  throw new OrderError({ expected: "a mined transaction", got: "none", action: "wait and look it up by its hash" });
}
