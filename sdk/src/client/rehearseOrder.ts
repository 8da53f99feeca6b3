import { OrderError } from "../errors/OrderError.ts";
import { read } from "../rpc/read.ts";
import type { SignedPrice } from "../spot/SignedPrice.ts";
import { vaultRouterAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import { requireDeadline } from "./requireDeadline.ts";
import { senderOf } from "./senderOf.ts";
import type { Permit } from "./signPermit.ts";
import { tellingLimits } from "./tellingLimits.ts";
import type { TotalLimit } from "./TotalLimit.ts";
import { vaultPremiums, type VaultPremium } from "./vaultOrders.ts";

export interface RehearseOrderParameters {
  readonly legs: readonly OrderLeg[];
  /** Unix seconds, the last at which the order may run. */
  readonly deadline: bigint;
  /** Of options bought and of payouts; the signer by default. */
  readonly receiver?: string;
  /** Bounds on the order's net cost, one a token (`planOrder`). */
  readonly totals?: readonly TotalLimit[];
  /** ERC-2612 permits to run first (`signPermit`). */
  readonly permits?: readonly Permit[];
  /** Signed spot prices to bring to the markets of vaults that the order trades with (`fetchSpot`). */
  readonly prices?: readonly BroughtPrice[];
}

/** What the legs to each vault come to together. */
export type RehearseOrderResult = readonly VaultPremium[];

/** A signed spot price for the market of one of an order's vaults. */
export interface BroughtPrice {
  readonly vault: string;
  readonly signed: SignedPrice;
}

/**
 * What an order would do if it were sent now, without sending it: unlike quotes of its legs by themselves, with what
 * legs to one vault do to each other's price.
 * @returns what the legs to each vault come to together
 * @throws ContractError where a vault or the router refuses
 * @example
 * const plan = await planOrder(client, { legs, trader: account });
 * const premiums = await rehearseOrder(client, { legs: plan.legs, totals: plan.totals, deadline });
 */
export async function rehearseOrder(client: Client, order: RehearseOrderParameters): Promise<RehearseOrderResult> {
  const { call, from } = await orderCallOf(client, order);
  return tellingLimits(client, { order, owner: from }, async () =>
    vaultPremiums(order.legs, await read(client, call, { from })),
  );
}

/** An order as the router takes it, and who sends it. */
export async function orderCallOf(client: Client, order: RehearseOrderParameters) {
  const { legs, deadline, totals = [], permits = [], prices = [] } = order;
  if (legs.length === 0) {
    throw new OrderError({ expected: "at least one leg", got: "none", action: "plan the order first" });
  }
  requireDeadline(deadline);
  const from = await senderOf(client);
  const terms = [legs, totals, order.receiver ?? from, deadline] as const;
  const router = { address: client.deployment.router, abi: vaultRouterAbi } as const;
  const call =
    prices.length !== 0
      ? ({ ...router, functionName: "executeWithPrices", args: [prices, permits, ...terms] } as const)
      : permits.length !== 0
        ? ({ ...router, functionName: "executeWithPermits", args: [permits, ...terms] } as const)
        : ({ ...router, functionName: "execute", args: terms } as const);
  return { call, from };
}
