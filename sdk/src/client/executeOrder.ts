import type { ContractTransactionReceipt } from "ethers";

import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import type { OrderLeg } from "./planOrder.ts";
import type { Permit } from "./signPermit.ts";
import { signerOf } from "./signerOf.ts";

export interface OrderRequest {
  readonly legs: readonly OrderLeg[];
  /** Unix seconds, the last at which the order may run. */
  readonly deadline: bigint;
  /** Of options bought and of payouts; the signer by default. */
  readonly receiver?: string;
  /** Bounds on the order's net cost, one a token. */
  readonly totals?: readonly { readonly token: string; readonly maxNetPaid: bigint }[];
  /** ERC-2612 permits to run first (`signPermit`). */
  readonly permits?: readonly Permit[];
}

export interface OrderResult {
  readonly receipt: ContractTransactionReceipt;
  /** Token units paid or received, one a leg, as the rehearsal just before sending said; each is within its leg's limit. */
  readonly amounts: readonly bigint[];
}

/** Runs an order through the router: all legs within their limits by the deadline, or none. Rehearsed before it is sent. */
export async function executeOrder(client: Client, order: OrderRequest): Promise<OrderResult> {
  const { legs, deadline, totals = [], permits = [] } = order;
  if (legs.length === 0) {
    throw new OrderError({ expected: "at least one leg", got: "none", action: "plan the order first" });
  }
  const { address } = await signerOf(client);
  const { executeWithPermits, execute } = client.router;
  const terms = [legs.map((leg) => ({ ...leg })), totals.map((total) => ({ ...total }))] as const;
  const receiver = order.receiver ?? address;
  const signed = permits.map((permit) => ({ ...permit }));
  const amounts = await explained(
    permits.length === 0
      ? execute.staticCall(...terms, receiver, deadline)
      : executeWithPermits.staticCall(signed, ...terms, receiver, deadline),
  );
  const sent = await explained(
    permits.length === 0
      ? execute(...terms, receiver, deadline)
      : executeWithPermits(signed, ...terms, receiver, deadline),
  );
  return { receipt: await mined(sent), amounts };
}

async function mined(sent: {
  wait(): Promise<ContractTransactionReceipt | null>;
}): Promise<ContractTransactionReceipt> {
  const receipt = await explained(sent.wait());
  if (receipt !== null) return receipt;
  throw new OrderError({ expected: "a mined transaction", got: "none", action: "wait and look it up by its hash" });
}
