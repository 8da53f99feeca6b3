import type { ContractTransactionReceipt } from "ethers";

import { OrderError } from "../errors/OrderError.ts";
import { collateralOf } from "./collateralOf.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { argumentsOf, rehearseOrder, type OrderRequest } from "./rehearseOrder.ts";
import { vaultOrders, type VaultPremium } from "./vaultOrders.ts";

export interface OrderResult {
  readonly receipt: ContractTransactionReceipt;
  /** What the legs to each vault came to, as the rehearsal just before sending said; within the order's limits. */
  readonly premiums: readonly VaultPremium[];
}

/**
 * Runs an order through the router: all legs within their limits by the deadline, or none. Rehearsed before it is sent.
 * @throws OrderError where several legs go to one vault and no total bounds what they bear together
 */
export async function executeOrder(client: Client, order: OrderRequest): Promise<OrderResult> {
  requireTotals(client, order);
  const premiums = await rehearseOrder(client, order);
  const { prices, permits, terms } = await argumentsOf(client, order);
  const { executeWithPrices, executeWithPermits, execute } = client.router;
  const sent = await explained(
    prices.length !== 0
      ? executeWithPrices(prices, permits, ...terms)
      : permits.length === 0
        ? execute(...terms)
        : executeWithPermits(permits, ...terms),
  );
  return { receipt: await mined(sent), premiums };
}

/** Where a vault has several legs their limits bound their own parts, and nothing but a total the risk charge that they share. */
function requireTotals(client: Client, { legs, totals = [] }: OrderRequest): void {
  for (const { vault, legs: several } of vaultOrders(legs)) {
    const token = collateralOf(client, vault);
    if (several.length < 2 || totals.some((total) => total.token.toLowerCase() === token)) continue;
    throw new OrderError({
      expected: `a total in ${token}, for ${several.length} legs to one vault bear a risk charge together`,
      got: "none",
      action: "pass the totals of planOrder along with its legs",
    });
  }
}

/** The receipt of what was sent. */
export async function mined(sent: {
  wait(): Promise<ContractTransactionReceipt | null>;
}): Promise<ContractTransactionReceipt> {
  const receipt = await explained(sent.wait());
  if (receipt !== null) return receipt;
  throw new OrderError({ expected: "a mined transaction", got: "none", action: "wait and look it up by its hash" });
}
