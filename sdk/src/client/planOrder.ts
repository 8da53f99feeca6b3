import { OrderError } from "../errors/OrderError.ts";
import type { SignedPrice } from "../spot/SignedPrice.ts";
import type { StrategyLeg } from "../strategy/StrategyLeg.ts";
import type { Decimal } from "../units/Decimal.ts";
import { formatWad } from "../units/formatWad.ts";
import { toWad } from "../units/toWad.ts";
import { atSpot } from "./atSpot.ts";
import { bestSale } from "./bestSale.ts";
import { bestSplit } from "./bestSplit.ts";
import { boundOrder, type BoundOrder } from "./boundOrder.ts";
import type { Client } from "./connect.ts";
import { marketOf } from "./marketOf.ts";
import type { BroughtPrice } from "./rehearseOrder.ts";
import type { Split } from "./toSplit.ts";
import { formatTime } from "../units/formatTime.ts";

export type { OrderLeg } from "./OrderLeg.ts";

export interface PlanOrderParameters<Leg extends StrategyLeg<Decimal> = StrategyLeg> {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly legs: readonly Leg[];
  /** Whose options a sale takes. */
  readonly trader: string;
  /** How far each part's price may move before the order fails, in basis points; 100 by default. */
  readonly slippageBps?: bigint;
  /**
   * The market's signed spot price that the order is to bring (`fetchSpot`): splits and limits are then of that price, which is among the
   * result's `prices`. Needs Multicall3 on the chain; without it, plan at the chain's own price and bring the other all the same.
   */
  readonly signed?: SignedPrice | undefined;
  /** What one more vault costs in gas, in token units of the leg's collateral; zero by default. */
  readonly gasCost?: (leg: Leg) => bigint;
}

/** A strategy laid out over vaults: `legs`, `totals` and `prices` go to `executeOrder`. */
export interface PlanOrderResult<Leg extends StrategyLeg<Decimal> = StrategyLeg> extends BoundOrder {
  /** One a strategy leg. */
  readonly splits: readonly (Split & { readonly leg: Leg })[];
  /** The signed price that the order brings; none where none was given. */
  readonly prices: readonly BroughtPrice[];
}

const BPS = 10_000n;
const ADDRESS = /^0x[0-9a-f]{40}$/i;

/**
 * Finds where each leg of a strategy is cheapest or, of what the trader holds, brings most, and bounds every part's
 * price. Each leg is split as if it were the only one; legs that meet in one vault are priced there together.
 * @throws DomainError where a strike or a quantity is no decimal number of at most 18 decimals
 * @throws OrderError where the order cannot be sent as it is
 * @throws ContractError where the vaults do not take it
 * @example
 * const [row] = (await optionChain(client)).filter(({ ask }) => ask !== undefined);
 * const wanted = [{ kind: row.kind, expiry: Number(row.expiry), strike: row.strike, quantity: "1.1" }];
 * const { legs, totals, splits } = await planOrder(client, { legs: wanted, trader: account });
 */
export async function planOrder<Leg extends StrategyLeg<Decimal>>(
  client: Client,
  parameters: PlanOrderParameters<Leg>,
): Promise<PlanOrderResult<Leg>> {
  const { trader, slippageBps = 100n, gasCost, signed } = parameters;
  const market = marketOf(client, parameters.market).name;
  const asking = signed === undefined ? client : atSpot(client, { market, signed });
  if (slippageBps < 0n || slippageBps > BPS) {
    throw new OrderError({
      expected: "a slippage from 0 to 10000 basis points",
      got: String(slippageBps),
      action: "100 is one per cent",
    });
  }
  if (!ADDRESS.test(trader)) {
    throw new OrderError({ expected: "the trader's address", got: trader, action: "check it for a slip" });
  }
  const legs = parameters.legs.map((leg) => ({ leg, ...termsOf(leg) }));
  requireTrades(legs);
  const splits = await Promise.all(
    legs.map(async ({ leg, ...terms }) => {
      const request = { ...terms, market, gasCost: gasCost?.(leg) ?? 0n };
      const split =
        terms.quantity > 0n
          ? await bestSplit(asking, request)
          : await bestSale(asking, { ...request, quantity: -terms.quantity, holder: trader });
      return { ...split, leg };
    }),
  );
  const parts = splits.flatMap(({ id, parts: found }) => found.map((part) => ({ ...part, id })));
  const bound = await boundOrder(asking, { parts, slippageBps });
  const prices = signed === undefined ? [] : bound.legs.slice(0, 1).map(({ vault }) => ({ vault, signed }));
  return { splits, ...bound, prices };
}

type Terms = ReturnType<typeof termsOf>;

function termsOf({ kind, expiry, strike, quantity }: StrategyLeg<Decimal>) {
  return { kind, expiry, strike: toWad(strike, "strike"), quantity: toWad(quantity, "quantity") };
}

function requireTrades(legs: readonly Terms[]): void {
  const empty = legs.find(({ quantity }) => quantity === 0n);
  if (legs.length === 0 || empty !== undefined) {
    throw new OrderError({
      expected: "legs that each buy or sell something",
      got: empty === undefined ? "no leg" : "a quantity of 0",
      action: "give every leg a quantity: positive to buy, negative to sell",
    });
  }
  // Each sale is split within what is held: two of one series would both count on the same options. And no vault takes
  // a series twice: two purchases are one, a purchase and a sale are none.
  const seen = new Map<string, boolean>();
  for (const { kind, expiry, strike, quantity } of legs) {
    const series = `${kind}:${expiry}:${strike}`;
    const bought = seen.get(series);
    if (bought === false || (bought === true && quantity < 0n)) {
      throw new OrderError({
        expected: "at most one sale of each series, and not beside a purchase of it",
        got: `two legs of strike ${formatWad(strike)} expiring ${formatTime(expiry)}`,
        action: "put them into one leg",
      });
    }
    seen.set(series, quantity > 0n);
  }
}
