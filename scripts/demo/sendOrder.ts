import {
  executeOrder,
  executeSwapOrder,
  marketOf,
  planSettlement,
  salesFirst,
  signPermit,
  signPermit2,
  type BroughtPrice,
  type Client,
  type OrderLeg,
  type Receipt,
  type TokenInfo,
  type TotalLimit,
} from "@bulkhead/sdk";

import type { Pools } from "../markets/pools.ts";

/** What an order that was settled in one token came to. */
export interface Settled {
  readonly token: TokenInfo;
  /** Token units; negative where the order earned. */
  readonly netPaid: bigint;
}

export interface Sent {
  readonly receipt: Receipt;
  readonly settled?: Settled;
}

/** An order as it is to be sent. */
export interface OrderToSend {
  readonly legs: readonly OrderLeg[];
  readonly totals: readonly TotalLimit[];
  /** Signed spot prices that it brings. */
  readonly prices: readonly BroughtPrice[];
  /** Of the legs' vaults. */
  readonly collaterals: readonly string[];
  readonly deadline: bigint;
  /** The most that it takes in USDC, token units. */
  readonly mostUsdc: bigint;
  /** The one token that it is paid in; each vault's own by default. */
  readonly settledIn?: TokenInfo;
}

/**
 * Signs for what an order may cost. What comes back sends it: through the router, USDC by ERC-2612 permit, or, where all of it is
 * settled in one token, through the swap router by a signature for Permit2.
 */
export async function prepareOrder(client: Client, pools: Pools, order: OrderToSend): Promise<() => Promise<Sent>> {
  const { collaterals, deadline, mostUsdc, prices, settledIn, totals } = order;
  if (settledIn === undefined) {
    const { legs } = order;
    const token = marketOf(client).quote.address;
    const permits = mostUsdc === 0n ? [] : [await signPermit(client, { token, value: mostUsdc, deadline })];
    return () => executeOrder(client, { legs, totals, deadline, permits, prices, accessList: false });
  }
  const { address: token } = settledIn;
  const legs = salesFirst(client, order.legs);
  const settlement = await planSettlement(client, {
    legs,
    totals,
    token,
    paths: pools.pathsTo(token, collaterals),
  });
  const { maxNetPaid: amount } = settlement;
  const permit = amount > 0n ? await signPermit2(client, { token, amount, deadline }) : undefined;
  return async () => {
    const terms = {
      legs,
      settlement,
      deadline,
      prices,
      accessList: false,
      ...(permit === undefined ? {} : { permit }),
    };
    const { receipt, netPaid } = await executeSwapOrder(client, terms);
    return { receipt, settled: { token: settledIn, netPaid } };
  };
}
