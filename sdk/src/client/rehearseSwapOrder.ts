import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import type { OrderLeg } from "./planOrder.ts";
import type { Settlement } from "./planSettlement.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { signerOf } from "./signerOf.ts";
import type { TransferPermit } from "./signPermit2.ts";
import { vaultPremiums, type VaultPremium } from "./vaultOrders.ts";

export interface SwapOrderRequest {
  /** In the order in which they run (`salesFirst`), the same as the settlement was planned for. */
  readonly legs: readonly OrderLeg[];
  /** The token it is paid in, and its bound (`planSettlement`). */
  readonly settlement: Settlement;
  /** Unix seconds, the last at which the order may run. */
  readonly deadline: bigint;
  /** Of options bought and of what the order earns; the signer by default. */
  readonly receiver?: string;
  /** Pays by signature (`signPermit2`); without it, by the token's allowance to the swap router. */
  readonly permit?: TransferPermit;
}

/** What an order came to. */
export interface SwapOrderOutcome {
  /** What the legs to each vault come to together. */
  readonly premiums: readonly VaultPremium[];
  /** Units of the settlement's token; negative where the order earned. */
  readonly netPaid: bigint;
}

/** What an order settled in one token would do if it were sent now, without sending it. */
export async function rehearseSwapOrder(client: Client, order: SwapOrderRequest): Promise<SwapOrderOutcome> {
  const terms = await swapArgumentsOf(client, order);
  const { execute, executeWithPermit2 } = client.swapRouter;
  const [premiums, netPaid] = await explained(
    order.permit === undefined
      ? execute.staticCall(...terms)
      : executeWithPermit2.staticCall({ ...order.permit }, ...terms),
  );
  return { premiums: vaultPremiums(order.legs, premiums), netPaid };
}

/** An order as the swap router takes it. */
export async function swapArgumentsOf(client: Client, { legs, settlement, deadline, receiver }: SwapOrderRequest) {
  if (legs.length === 0) {
    throw new OrderError({ expected: "at least one leg", got: "none", action: "plan the order first" });
  }
  requireDeadline(deadline);
  const { address } = await signerOf(client);
  const terms = { ...settlement, paths: [...settlement.paths] };
  return [legs.map((leg) => ({ ...leg })), terms, receiver ?? address, deadline] as const;
}
