import {
  batchCall,
  ContractError,
  marketOf,
  readBatch,
  toWad,
  type Client,
  type PlanOrderResult,
  type Vault,
} from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";

import { shareOut } from "./orderAmounts.ts";

/** A leg of a plan. */
type Split = PlanOrderResult["splits"][number];
/** What purchases would have cost, token units. */
export type SingleCosts = ReadonlyMap<Split, bigint>;

/** What purchases cost at one vault, one by one and together; token units. */
interface Cost {
  readonly premium: bigint;
  readonly amounts: readonly bigint[];
}

/**
 * What each purchase of a plan would have cost with all purchases of its kind at one vault, the cheapest for them
 * together: priced there as one order.
 */
export async function costsAtBestSingle(client: Client, { plan }: { plan: PlanOrderResult }): Promise<SingleCosts> {
  const best = new Map<Split, bigint>();
  for (const kind of new Set(plan.splits.map(({ leg }) => leg.kind))) {
    const bought = plan.splits.filter(({ leg }) => leg.kind === kind && leg.quantity > 0);
    if (bought.length === 0) continue;
    const rivals = marketOf(client).vaults.filter((vault) => vault.kind === kind);
    const costs = await Promise.all(rivals.map((vault) => costAt(client, { vault, bought })));
    const [cheapest] = costs
      .filter((cost) => cost !== undefined)
      .sort((one, other) => (one.premium < other.premium ? -1 : 1));
    bought.forEach((split, index) => {
      const amount = cheapest?.amounts[index];
      if (amount !== undefined) best.set(split, amount);
    });
  }
  return best;
}

/** Nothing where the vault does not take them. */
async function costAt(
  client: Client,
  { vault: { address, collateral }, bought }: { vault: Vault; bought: readonly Split[] },
): Promise<Cost | undefined> {
  const legs = bought.map(({ id, leg }) => ({ id, quantity: toWad(leg.quantity), limit: 0n }));
  try {
    const call = batchCall({ address, abi: optionVaultAbi, functionName: "checkOrder", args: [legs] });
    const { results } = await readBatch(client, { calls: [call] });
    const [premium, quoted] = results[0];
    const scale = 10n ** BigInt(18 - collateral.decimals);
    const owns = quoted.legs.map(({ amount }) => ({ amount: (amount + scale - 1n) / scale, sold: false }));
    return { premium, amounts: shareOut(owns, premium) };
  } catch (error) {
    requireRefusal(error);
    return undefined;
  }
}

/** How a vault says that an order is not for it. */
const REFUSALS = new Set([
  "DeltaOutOfBounds",
  "Insolvent",
  "LockGrowthAboveLimit",
  "OrderTooLarge",
  "OrderTooSmall",
  "SeriesNotListed",
  "StateForbids",
  "UtilisationAboveLimit",
]);

/** A vault that refuses is no rival; anything else that goes wrong is an error. */
function requireRefusal(error: unknown): void {
  if (!(error instanceof ContractError) || !REFUSALS.has(error.errorName)) throw error;
}
