import { OrderError } from "../errors/OrderError.ts";
import type { StrategyLeg } from "../strategy/StrategyLeg.ts";
import { toSeriesId } from "../units/seriesId.ts";
import { toWad } from "../units/toWad.ts";
import { bestSplit, type Split } from "./bestSplit.ts";
import type { Client } from "./connect.ts";
import { offer } from "./offer.ts";

/** A leg as the router takes it. */
export interface OrderLeg {
  readonly vault: string;
  readonly id: bigint;
  /** WAD; positive buys, negative sells back. */
  readonly quantity: bigint;
  /** Token units of the vault's collateral: the most to pay, or the least to get. */
  readonly limit: bigint;
}

export interface PlanOptions {
  readonly legs: readonly StrategyLeg[];
  /** Whose options a sale takes. */
  readonly trader: string;
  /** How far each part's price may move before the order fails, in basis points; 100 by default. */
  readonly slippageBps?: bigint;
  /** What one more vault costs in gas, in token units of the leg's collateral; zero by default. */
  readonly gasCost?: (leg: StrategyLeg) => bigint;
}

/** A strategy laid out over vaults: `legs` go to `executeOrder`. */
export interface OrderPlan {
  readonly legs: readonly OrderLeg[];
  /** One a strategy leg. */
  readonly splits: readonly (Split & { readonly leg: StrategyLeg })[];
}

const BPS = 10_000n;

/** Finds where each leg of a strategy is cheapest (or is held, where it sells) and bounds every part's price. */
export async function planOrder(client: Client, options: PlanOptions): Promise<OrderPlan> {
  const { legs, trader, slippageBps = 100n, gasCost } = options;
  if (slippageBps < 0n || slippageBps > BPS) {
    throw new OrderError({
      expected: "a slippage from 0 to 10000 basis points",
      got: String(slippageBps),
      action: "100 is one per cent",
    });
  }
  const empty = legs.find(({ quantity }) => quantity === 0);
  if (legs.length === 0 || empty !== undefined) {
    throw new OrderError({
      expected: "legs that each buy or sell something",
      got: empty === undefined ? "no leg" : "a quantity of 0",
      action: "give every leg a quantity: positive to buy, negative to sell",
    });
  }
  const splits = await Promise.all(
    legs.map(async (leg) => {
      const split =
        leg.quantity > 0
          ? await bestSplit(client, { ...termsOf(leg), ...(gasCost === undefined ? {} : { gasCost: gasCost(leg) }) })
          : await splitSale(client, { leg, trader });
      return { ...split, leg };
    }),
  );
  return {
    splits,
    legs: splits.flatMap(({ id, parts }) =>
      parts.map(({ vault, quantity, amount }) => ({
        vault: vault.address,
        id,
        quantity,
        limit: quantity > 0n ? (amount * (BPS + slippageBps)) / BPS : (amount * (BPS - slippageBps)) / BPS,
      })),
    ),
  };
}

function termsOf({ kind, expiry, strike, quantity }: StrategyLeg) {
  return { kind, expiry: BigInt(expiry), strike: toWad(strike), quantity: toWad(quantity) };
}

/** Options of different vaults are different tokens: what is held of each goes back to the vault that wrote it. */
async function splitSale(client: Client, { leg, trader }: { leg: StrategyLeg; trader: string }): Promise<Split> {
  const { kind, expiry, strike, quantity } = termsOf(leg);
  const id = toSeriesId(expiry, strike);
  const vaults = client.vaults.filter((vault) => vault.kind === kind);
  const held = await Promise.all(vaults.map(({ optionToken }) => optionToken.balanceOf(trader, id)));
  const parts: Split["parts"][number][] = [];
  let left = -quantity;
  for (const [index, vault] of vaults.entries()) {
    const balance = held[index] ?? 0n;
    const sold = balance < left ? balance : left;
    if (sold === 0n) continue;
    const { amount, refusal } = await offer(client, { vault: vault.address, id, quantity: -sold });
    if (refusal !== undefined) throw refusal;
    parts.push({ vault, quantity: -sold, amount });
    left -= sold;
  }
  if (left > 0n) {
    throw new OrderError({
      expected: `${-leg.quantity} options to sell at ${trader}`,
      got: `${held.reduce((sum, balance) => sum + balance, 0n)} (WAD)`,
      action: "sell what is held",
    });
  }
  return { id, parts, total: parts.reduce((sum, { amount }) => sum + amount, 0n) };
}
