import { OrderError } from "../errors/OrderError.ts";
import { read } from "../rpc/read.ts";
import { vaultSwapRouterAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import type { PlanSettlementResult } from "./planSettlement.ts";
import type { BroughtPrice } from "./rehearseOrder.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { senderOf } from "./senderOf.ts";
import type { SignPermit2Result } from "./signPermit2.ts";
import { vaultPremiums, type VaultPremium } from "./vaultOrders.ts";

export interface RehearseSwapOrderParameters {
  /** In the order in which they run (`salesFirst`), the same as the settlement was planned for. */
  readonly legs: readonly OrderLeg[];
  /** The token it is paid in, and its bound (`planSettlement`). */
  readonly settlement: PlanSettlementResult;
  /** Unix seconds, the last at which the order may run. */
  readonly deadline: bigint;
  /** Of options bought and of what the order earns; the signer by default. */
  readonly receiver?: string;
  /** Pays by signature (`signPermit2`); without it, by the token's allowance to the swap router. */
  readonly permit?: SignPermit2Result;
  /** Signed spot prices to bring to the markets of vaults that the order trades with (`fetchSpot`). */
  readonly prices?: readonly BroughtPrice[];
}

/** What an order came to. */
export interface RehearseSwapOrderResult {
  /** What the legs to each vault come to together. */
  readonly premiums: readonly VaultPremium[];
  /** Units of the settlement's token; negative where the order earned. */
  readonly netPaid: bigint;
}

/**
 * What an order settled in one token would do if it were sent now, without sending it.
 * @throws ContractError where a vault, a pool or the router refuses
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const { underlying: token, quote } = marketOf(client);
 * const paths = [encodePath(quote.address, [{ fee: 500, token: token.address }])];
 * const inOrder = salesFirst(client, plan.legs);
 * const settlement = await planSettlement(client, { legs: inOrder, totals: plan.totals, token: token.address, paths });
 * const { netPaid } = await rehearseSwapOrder(client, { legs: inOrder, settlement, deadline });
 */
export async function rehearseSwapOrder(
  client: Client,
  order: RehearseSwapOrderParameters,
): Promise<RehearseSwapOrderResult> {
  const { call, from } = await swapCallOf(client, order);
  const [premiums, netPaid] = await read(client, call, { from });
  return { premiums: vaultPremiums(order.legs, premiums), netPaid };
}

/** An order as the swap router takes it, and who sends it. */
export async function swapCallOf(client: Client, order: RehearseSwapOrderParameters) {
  const { legs, settlement, deadline, receiver, permit, prices = [] } = order;
  if (legs.length === 0) {
    throw new OrderError({ expected: "at least one leg", got: "none", action: "plan the order first" });
  }
  requireDeadline(deadline);
  const from = await senderOf(client);
  const terms = [legs, settlement, receiver ?? from, deadline] as const;
  const router = { address: client.deployment.swapRouter, abi: vaultSwapRouterAbi } as const;
  if (prices.length === 0) {
    const call =
      permit === undefined
        ? ({ ...router, functionName: "execute", args: terms } as const)
        : ({ ...router, functionName: "executeWithPermit2", args: [permit, ...terms] } as const);
    return { call, from };
  }
  const call =
    permit === undefined
      ? ({ ...router, functionName: "executeWithPrices", args: [prices, ...terms] } as const)
      : ({ ...router, functionName: "executeWithPricesAndPermit2", args: [prices, permit, ...terms] } as const);
  return { call, from };
}
