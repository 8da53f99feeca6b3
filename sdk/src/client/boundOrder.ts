import { read } from "../rpc/read.ts";
import { optionVaultAbi } from "./abis.ts";
import { collateralOf } from "./collateralOf.ts";
import type { Client, Vault } from "./connect.ts";
import type { OrderLeg } from "./OrderLeg.ts";
import type { BroughtPrice } from "./rehearseOrder.ts";
import type { TotalLimit } from "./TotalLimit.ts";
import { vaultAt } from "./vaultAt.ts";
import { vaultOrders, type VaultOrder } from "./vaultOrders.ts";

/** One part of a split, with its price as if it were the only one. */
export interface OrderPart {
  readonly id: bigint;
  readonly vault: Vault;
  /** WAD; positive buys, negative sells back. */
  readonly quantity: bigint;
  /** Token units. */
  readonly amount: bigint;
}

/** An order's legs with their limits, and what they come to where these do not say it. */
export interface BoundOrder {
  readonly legs: readonly OrderLeg[];
  /** One for each collateral of which some vault has several legs: they bear a risk charge together. */
  readonly totals: readonly TotalLimit[];
  /** Signed spot prices that it brings. */
  readonly prices?: readonly BroughtPrice[];
}

const BPS = 10_000n;
const TOKEN_WAD_DECIMALS = 18;

/**
 * Bounds what every vault may take or must pay: a lone leg by its limit, several by their own parts and a total.
 * @throws ContractError where a vault does not take its legs together
 */
export async function boundOrder(
  client: Client,
  { parts, slippageBps }: { readonly parts: readonly OrderPart[]; readonly slippageBps: bigint },
): Promise<BoundOrder> {
  const bounds = await Promise.all(
    vaultOrders(merged(parts)).map(async (order) =>
      order.legs.length === 1 ? boundAlone(order, slippageBps) : boundTogether(client, { order, slippageBps }),
    ),
  );
  const totals = new Map<string, bigint>();
  for (const { legs, most } of bounds) {
    const token = collateralOf(client, legs[0]?.vault ?? "");
    totals.set(token, (totals.get(token) ?? 0n) + most);
  }
  const shared = new Set(
    bounds.filter(({ legs }) => legs.length > 1).map(({ legs }) => collateralOf(client, legs[0]?.vault ?? "")),
  );
  return {
    legs: bounds.flatMap(({ legs }) => legs),
    totals: [...totals].filter(([token]) => shared.has(token)).map(([token, maxNetPaid]) => ({ token, maxNetPaid })),
  };
}

/** A vault takes a series once in an order: purchases of the same are one. Limits are what each part costs or pays as it is. */
function merged(parts: readonly OrderPart[]): OrderLeg[] {
  const legs = new Map<string, OrderLeg>();
  for (const { id, vault, quantity, amount } of parts) {
    const key = `${vault.address}:${id}`;
    const known = legs.get(key);
    legs.set(key, {
      vault: vault.address,
      id,
      quantity: quantity + (known?.quantity ?? 0n),
      limit: amount + (known?.limit ?? 0n),
    });
  }
  return [...legs.values()];
}

/** A vault's legs with their limits, and what they may come to at most. */
interface Bound {
  readonly legs: readonly OrderLeg[];
  /** Token units; negative where they must bring something. */
  readonly most: bigint;
}

function boundAlone({ legs }: VaultOrder, slippageBps: bigint): Bound {
  const bounded = legs.map((leg) => ({ ...leg, limit: limitOf(leg, { amount: leg.limit, slippageBps }) }));
  return {
    legs: bounded,
    most: bounded.reduce((sum, { quantity, limit }) => sum + (quantity > 0n ? limit : -limit), 0n),
  };
}

async function boundTogether(
  client: Client,
  { order, slippageBps }: { order: VaultOrder; slippageBps: bigint },
): Promise<Bound> {
  const { address, collateral } = vaultAt(client, order.vault);
  const asked = order.legs.map(({ id, quantity }) => ({ id, quantity, limit: 0n }));
  const [premium, quoted] = await read(client, {
    address,
    abi: optionVaultAbi,
    functionName: "checkOrder",
    args: [asked],
  });
  const scale = 10n ** BigInt(TOKEN_WAD_DECIMALS - collateral.decimals);
  const up = (wad: bigint): bigint => (wad + scale - 1n) / scale;
  const legs = order.legs.map((leg, index) => {
    const own = quoted.legs[index]?.amount ?? 0n;
    return { ...leg, limit: limitOf(leg, { amount: leg.quantity > 0n ? up(own) : own / scale, slippageBps }) };
  });
  const charge = quoted.moveCharge + quoted.rentCharge;
  const moved = quoted.legs.reduce((sum, { amount }) => sum + amount, charge < 0n ? -charge : charge);
  return { legs, most: premium + (up(moved) * slippageBps) / BPS };
}

function limitOf(
  { quantity }: OrderLeg,
  { amount, slippageBps }: { readonly amount: bigint; readonly slippageBps: bigint },
): bigint {
  return (amount * (quantity > 0n ? BPS + slippageBps : BPS - slippageBps)) / BPS;
}
