import {
  encodePath,
  executeSwapOrder,
  OrderError,
  planSettlement,
  quoteSwap,
  rehearseSwapOrder,
  salesFirst,
  signPermit2,
  tokenInfo,
  type BoundOrder,
  type PlanSettlementResult,
  type PoolStep,
  type TokenInfo,
} from "@bulkhead/sdk";

import { vaultSwapRouterAbi } from "@bulkhead/sdk/abi";

import { boundsOf, limitText, worstText } from "./directRoute.ts";
import { exactAmount, formatAmount } from "./format.ts";
import { parseAddress, parseAmount } from "./parse.ts";
import { amountIn } from "./receipts.ts";
import { allow, lockedOf, missingOf, type PlannedOrder, type Route } from "./route.ts";
import { requireAccount, type Session } from "./session.ts";
import { tokensOf } from "./tokens.ts";
import { UsageError } from "./UsageError.ts";

/** Uniswap's fees, in hundredths of a basis point. */
const FEES = [100, 500, 3_000, 10_000] as const;
const FEE_PER_PERCENT = 10_000;

interface SwapOrder extends PlannedOrder {
  /** A symbol of the deployment, or an address. */
  readonly pay: string;
  /** Basis points that pools may move. */
  readonly swapSlippage: bigint;
  /** The most to pay or, negative, the least to receive, in the token. */
  readonly worst: string | undefined;
}

/** One swap on the way. */
interface Swap {
  readonly collateral: TokenInfo;
  /** Bought where positive, sold where negative. */
  readonly amount: bigint;
  /** Units of the token that it costs or brings now. */
  readonly quoted: bigint;
  readonly pools: readonly PoolStep[];
  readonly path: string;
}

/** An order that pays and receives in one token of the trader's choice, through the swap router and Uniswap's pools. */
export async function swapRoute(session: Session, order: SwapOrder): Promise<Route> {
  const { client } = session;
  const { totals, deadline, slippage, swapSlippage, prices } = order;
  const { swapRouter: router, permit2 } = client.deployment;
  const token = await tokenNamed(session, order.pay);
  const legs = salesFirst(client, order.legs);
  const swaps = await swapsOf(session, { order: { legs, totals }, token });
  const settlement = await planSettlement(client, {
    legs,
    totals,
    token: token.address,
    paths: swaps.map(({ path }) => path),
    slippageBps: swapSlippage,
    ...(order.worst === undefined ? {} : { worst: worstOf(order.worst, token) }),
  });
  const amount = settlement.maxNetPaid > 0n ? settlement.maxNetPaid : 0n;
  const payments = amount > 0n ? [{ token, amount }] : [];
  const [missing, unsigned, locked] = await Promise.all([
    missingOf(session, { payments, spender: router }),
    missingOf(session, { payments, spender: permit2 }),
    lockedOf(session, { legs, router }),
  ]);
  const terms = { legs, settlement, deadline };
  const isAllowed = session.account !== undefined && missing.length === 0 && locked.length === 0;
  return {
    facts: [
      ...swaps.map((swap) => ["swap", swapText(swap, token)] as const),
      [
        "limit",
        `${limitText(settlement.maxNetPaid, { token, slippage })}, swaps within ${Number(swapSlippage) / 100} %`,
      ],
      ["worst loss", worstText(amount > 0n ? [formatAmount(amount, token)] : [])],
    ],
    cost: { token, amount: quotedCost(session, { legs, totals, swaps, token }) },
    record: { settlement: recordOf(settlement, { token, swaps }) },
    rehearse: isAllowed ? async () => rehearseSwapOrder(client, { ...terms, prices: await prices() }) : undefined,
    send: async () => {
      requireAccount(session);
      // By signature where the token was approved to Permit2 before, as most wallets have; else by an approval of this much.
      const signs = missing.length > 0 && unsigned.length === 0;
      const permit = signs ? await signPermit2(client, { token: token.address, amount, deadline }) : undefined;
      const signed = permit === undefined ? terms : { ...terms, permit };
      const ready = async () => ({ ...signed, prices: await prices() });
      const rehearse = async (): Promise<unknown> => rehearseSwapOrder(client, await ready());
      const approvals = signs ? [] : missing;
      const receipts = await allow(session, { router, payments, approvals, locked, rehearse });
      const { receipt } = await executeSwapOrder(client, await ready());
      return { receipts: [...receipts, receipt], approvals: receipts.length, order: receipt };
    },
    outcome: (mined) => {
      const netPaid = amountIn(mined, {
        address: router,
        abi: vaultSwapRouterAbi,
        event: "OrderSettled",
        argument: "netPaid",
      });
      const label = netPaid < 0n ? "received in all" : "paid in all";
      return {
        facts: [[label, formatAmount(size(netPaid), token)]],
        record: { netPaid: exactAmount(netPaid, token), settledIn: token.symbol },
      };
    },
  };
}

/** What the swaps cost or bring now, and what is paid in the token itself. */
function quotedCost(
  session: Session,
  {
    legs,
    totals,
    swaps,
    token,
  }: Pick<BoundOrder, "legs" | "totals"> & { readonly swaps: readonly Swap[]; readonly token: TokenInfo },
): bigint {
  const own = boundsOf(session, { legs, totals }).find(
    ({ token: collateral }) => collateral.address.toLowerCase() === token.address.toLowerCase(),
  );
  return swaps.reduce((sum, { amount, quoted }) => sum + (amount > 0n ? quoted : -quoted), own?.limit ?? 0n);
}

/** A token by its symbol in the deployment, or by its address. @throws UsageError where it is neither */
async function tokenNamed(session: Session, name: string): Promise<TokenInfo> {
  const tokens = tokensOf(session.client);
  const found = tokens.find(({ symbol }) => symbol.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  if (/^0x[0-9a-f]{40}$/i.test(name)) return tokenInfo(session.client, { token: parseAddress(name) });
  throw new UsageError({
    expected: `a token to pay in (${tokens.map(({ symbol }) => symbol).join(", ")}), or a token's address`,
    got: JSON.stringify(name),
    action: "give one of them, or the address of any token that has pools",
  });
}

function worstOf(text: string, token: TokenInfo): bigint {
  return text.startsWith("-") ? -parseAmount(text.slice(1), token) : parseAmount(text, token);
}

/** For each collateral that is not the token, the swap over the pools that are best now. */
async function swapsOf(
  session: Session,
  { order, token }: { readonly order: Pick<BoundOrder, "legs" | "totals">; readonly token: TokenInfo },
): Promise<Swap[]> {
  const others = boundsOf(session, order).filter(
    ({ token: collateral, limit }) => limit !== 0n && collateral.address.toLowerCase() !== token.address.toLowerCase(),
  );
  return Promise.all(
    others.map(async ({ token: collateral, limit }) => bestSwap(session, { collateral, amount: limit, token })),
  );
}

type Wanted = Pick<Swap, "collateral" | "amount"> & { readonly token: TokenInfo };

/** Over one pool where there is one that takes it, else over two by way of another token of the deployment. */
async function bestSwap(session: Session, wanted: Wanted): Promise<Swap> {
  const { collateral, token } = wanted;
  const direct = FEES.map((fee) => [{ fee, token: token.address }]);
  const between = tokensOf(session.client).filter(
    ({ address }) => ![collateral.address, token.address].some((end) => end.toLowerCase() === address.toLowerCase()),
  );
  const indirect = between.flatMap(({ address }) =>
    FEES.flatMap((first) =>
      FEES.map((second) => [
        { fee: first, token: address },
        { fee: second, token: token.address },
      ]),
    ),
  );
  const found =
    (await cheapest(session, { wanted, ways: direct })) ?? (await cheapest(session, { wanted, ways: indirect }));
  if (found !== undefined) return found;
  throw new UsageError({
    expected: `pools between ${collateral.symbol} and ${token.symbol} that take ${formatAmount(size(wanted.amount), collateral)}`,
    got: "none, directly or over another token of the deployment",
    action: "pay in another token, or order less",
  });
}

async function cheapest(
  { client }: Session,
  { wanted, ways }: { readonly wanted: Wanted; readonly ways: readonly (readonly PoolStep[])[] },
): Promise<Swap | undefined> {
  const { collateral, amount } = wanted;
  const quotes = await Promise.all(
    ways.map(async (pools): Promise<Swap[]> => {
      const path = encodePath(collateral.address, pools);
      try {
        return [{ collateral, amount, pools, path, quoted: await quoteSwap(client, { path, amount }) }];
      } catch (error) {
        // No such pool, or one that runs dry.
        if (error instanceof OrderError) return [];
        throw error;
      }
    }),
  );
  const better =
    amount > 0n
      ? (one: Swap, other: Swap) => one.quoted < other.quoted
      : (one: Swap, other: Swap) => one.quoted > other.quoted;
  return quotes
    .flat()
    .reduce<Swap | undefined>((best, one) => (best === undefined || better(one, best) ? one : best), undefined);
}

function swapText({ collateral, amount, quoted, pools }: Swap, token: TokenInfo): string {
  const fees = pools.map(({ fee }) => `${fee / FEE_PER_PERCENT} %`).join(" and ");
  const [given, got] = [formatAmount(quoted, token), formatAmount(size(amount), collateral)];
  const by = `at pools of ${fees}`;
  return amount > 0n ? `${given} for at most ${got}, ${by}` : `at least ${got} for ${given}, ${by}`;
}

function recordOf(
  { maxNetPaid }: PlanSettlementResult,
  { token, swaps }: { readonly token: TokenInfo; readonly swaps: readonly Swap[] },
) {
  return {
    token: token.symbol,
    limit: exactAmount(maxNetPaid, token),
    swaps: swaps.map(({ collateral, amount, quoted, pools }) => ({
      collateral: collateral.symbol,
      amount: exactAmount(amount, collateral),
      quoted: exactAmount(quoted, token),
      fees: pools.map(({ fee }) => fee),
    })),
  };
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
