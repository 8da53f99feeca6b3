import {
  ContractError,
  OptionKind,
  rehearseOrder,
  signPermit,
  toWad,
  type Client,
  type OrderPlan,
  type Permit,
} from "@bulkhead/sdk";
import { MaxUint256 } from "ethers";
import { sum } from "./orderAmounts.ts";

/** A leg of a plan. */
type Split = OrderPlan["splits"][number];
/** What purchases would have cost, token units. */
export type SingleCosts = ReadonlyMap<Split, bigint>;

/**
 * What each purchase of a plan would have cost with all purchases of its kind at one vault, the cheapest for them
 * together. Rehearsed rather than quoted: legs that meet in one vault move each other's price.
 */
export async function costsAtBestSingle(
  client: Client,
  { plan, deadline }: { plan: OrderPlan; deadline: bigint },
): Promise<SingleCosts> {
  const best = new Map<Split, bigint>();
  for (const kind of new Set(plan.splits.map(({ leg }) => leg.kind))) {
    const bought = plan.splits.filter(({ leg }) => leg.kind === kind && leg.quantity > 0);
    if (bought.length === 0) continue;
    const permits = await permitsFor(client, { kind, deadline });
    const costs = await Promise.all(
      client.vaults
        .filter((vault) => vault.kind === kind)
        .map(({ address: vault }) => {
          const legs = bought.map(({ id, leg }) => ({ vault, id, quantity: toWad(leg.quantity), limit: MaxUint256 }));
          return rehearseOrder(client, { legs, deadline, permits }).catch(refusedOrThrow);
        }),
    );
    const cheapest = costs.filter((amounts) => amounts !== undefined).reduce(cheaper, []);
    bought.forEach((split, index) => {
      const amount = cheapest[index];
      if (amount !== undefined) best.set(split, amount);
    });
  }
  return best;
}

/** The cheaper of two ways to buy the same; of none and one, that one. */
function cheaper(a: readonly bigint[], b: readonly bigint[]): readonly bigint[] {
  return a.length > 0 && sum(a) <= sum(b) ? a : b;
}

/** Puts are paid for in USDC, by permit; what calls cost in WETH has been approved on entering. */
async function permitsFor(
  client: Client,
  { kind, deadline }: { kind: OptionKind; deadline: bigint },
): Promise<readonly Permit[]> {
  if (kind === OptionKind.Call) return [];
  return [await signPermit(client, { token: client.market.quote.address, value: MaxUint256, deadline })];
}

/** How a vault says that an order is not for it. */
const REFUSALS = new Set([
  "DeltaOutOfBounds",
  "Insolvent",
  "OrderTooLarge",
  "OrderTooSmall",
  "SeriesNotListed",
  "StateForbids",
  "UtilisationAboveLimit",
]);

/** A vault that refuses is no rival; anything else that goes wrong is an error. */
function refusedOrThrow(error: unknown): undefined {
  if (!(error instanceof ContractError) || !REFUSALS.has(error.errorName)) throw error;
}
