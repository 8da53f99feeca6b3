import { OrderError } from "../errors/OrderError.ts";
import type { SignedPrice } from "../spot/SignedPrice.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import type { OrderLeg } from "./planOrder.ts";
import { requireDeadline } from "./requireDeadline.ts";
import type { Permit } from "./signPermit.ts";
import { signerOf } from "./signerOf.ts";
import type { TotalLimit } from "./TotalLimit.ts";
import { vaultPremiums, type VaultPremium } from "./vaultOrders.ts";

export interface OrderRequest {
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

/** A signed spot price for the market of one of an order's vaults. */
export interface BroughtPrice {
  readonly vault: string;
  readonly signed: SignedPrice;
}

/**
 * What an order would do if it were sent now, without sending it: unlike quotes of its legs by themselves, with what
 * legs to one vault do to each other's price.
 * @returns what the legs to each vault come to together
 */
export async function rehearseOrder(client: Client, order: OrderRequest): Promise<readonly VaultPremium[]> {
  const { prices, permits, terms } = await argumentsOf(client, order);
  const { executeWithPrices, executeWithPermits, execute } = client.router;
  const premiums = await explained(
    prices.length !== 0
      ? executeWithPrices.staticCall(prices, permits, ...terms)
      : permits.length === 0
        ? execute.staticCall(...terms)
        : executeWithPermits.staticCall(permits, ...terms),
  );
  return vaultPremiums(order.legs, premiums);
}

/** An order as the router takes it. */
export async function argumentsOf(client: Client, order: OrderRequest) {
  const { legs, deadline, totals = [], permits = [], prices = [] } = order;
  if (legs.length === 0) {
    throw new OrderError({ expected: "at least one leg", got: "none", action: "plan the order first" });
  }
  requireDeadline(deadline);
  const { address } = await signerOf(client);
  const receiver = order.receiver ?? address;
  const terms = [legs.map((leg) => ({ ...leg })), totals.map((total) => ({ ...total })), receiver, deadline] as const;
  return {
    prices: prices.map(({ vault, signed }) => ({ vault, signed: { ...signed, signatures: [...signed.signatures] } })),
    permits: permits.map((permit) => ({ ...permit })),
    terms,
  };
}
