import {
  allowSales,
  batchCall,
  breakEvens,
  ensureAllowance,
  executeOrder,
  formatWad,
  fromTokenUnits,
  OptionKind,
  PermitError,
  planOrder,
  readBatch,
  rehearseOrder,
  signPermit,
  vaultAt,
  type Permit,
  type PlanOrderResult,
  type StrategyLeg,
  type TokenInfo,
} from "@bulkhead/sdk";
import { optionTokenAbi, optionVaultAbi } from "@bulkhead/sdk/abi";
import { ZeroAddress } from "ethers";

import { requireListed, resolveExpiry } from "./expiries.ts";
import { exactAmount, formatAmount, formatPrice, formatSeries, kindName } from "./format.ts";
import type { Facts } from "./Output.ts";
import type { LegText } from "./parse.ts";
import { eventsOf, type Mined } from "./receipts.ts";
import { carryOut, deadlineAfter, openSending, type SendOptions, type Sent } from "./sending.ts";
import type { Session } from "./session.ts";
import { allowanceOf, tokenAt } from "./tokens.ts";

/** A leg whose strike and quantity are WAD. */
type Leg = StrategyLeg<bigint>;
type Plan = PlanOrderResult<Leg>;

export interface TradeOptions extends SendOptions {
  readonly slippage: bigint;
  readonly deadline: bigint;
}

/** What an order comes to in one token: paid where positive, received where negative. */
interface Net {
  readonly token: TokenInfo;
  /** As quoted. */
  readonly cost: bigint;
  /** At worst, for the order does not run beyond. */
  readonly limit: bigint;
  /** What the router is to be allowed to take. */
  readonly allowance: bigint;
}

/** Runs an order of one or several legs, all or none. */
export async function trade(
  action: string,
  {
    legs: wanted,
    options,
    command,
  }: { legs: readonly LegText[]; options: TradeOptions; command: { optsWithGlobals(): object } },
): Promise<void> {
  const session = await openSending(command, options);
  const { client } = session;
  const legs = await Promise.all(
    wanted.map(async (leg): Promise<Leg> => {
      const expiry = await resolveExpiry(session, leg.expiry);
      // What is sold need not be listed any more.
      if (leg.quantity > 0n) await requireListed(session, { ...leg, expiry });
      return { ...leg, expiry: Number(expiry) };
    }),
  );
  const plan = await planOrder(client, { legs, trader: session.account ?? ZeroAddress, slippageBps: options.slippage });
  const nets = netsOf(session, plan);
  const deadline = await deadlineAfter(session, options.deadline);
  const order = { legs: plan.legs, totals: plan.totals, deadline };
  await carryOut<Sent & { order: Mined }>(
    session,
    {
      action,
      facts: factsOf(plan, { nets, slippage: options.slippage }),
      record: recordOf(plan, nets),
      rehearse: (await isAllowed(session, { plan, nets })) ? () => rehearseOrder(client, order) : undefined,
      send: async () => {
        const receipts = [...(await allow(session, { plan, nets }))];
        const permits = await permitsFor(session, { nets, deadline });
        receipts.push(...permits.receipts);
        const { receipt } = await executeOrder(client, { ...order, permits: permits.signed });
        return { receipts: [...receipts, receipt], order: receipt };
      },
      outcome: ({ order: mined }) => {
        const paid = paidIn(session, mined);
        return {
          facts: paid.map(({ symbol, collateral, premium }) => [
            premium < 0n ? "received" : "paid",
            `${formatAmount(premium < 0n ? -premium : premium, collateral)} at ${symbol}`,
          ]),
          record: {
            paid: paid.map(({ symbol, collateral, premium }) => ({
              vault: symbol,
              token: collateral.symbol,
              amount: exactAmount(premium, collateral),
            })),
          },
        };
      },
    },
    options,
  );
}

/** What each vault was paid or, negative, has paid. */
function paidIn({ client }: Session, mined: Mined) {
  return client.vaults.flatMap((vault) => {
    const events = eventsOf(mined, { address: vault.address, abi: optionVaultAbi });
    const amount = (name: string, argument: string): bigint[] =>
      events.filter((event) => event.name === name).map(({ args }) => BigInt(String(args.getValue(argument))));
    const parts = [...amount("OptionsBought", "premium"), ...amount("OptionsSold", "payout").map((payout) => -payout)];
    // Of several legs the whole counts: they bear a risk charge together.
    const [premium = parts[0]] = amount("OrderTraded", "premium");
    return premium === undefined ? [] : [{ ...vault, premium }];
  });
}

/** Token by token: a total where the plan has one, else each leg at its limit. */
function netsOf({ client }: Session, { splits, legs, totals }: Plan): Net[] {
  const costs = new Map<string, bigint>();
  for (const { leg, parts } of splits) {
    for (const { vault, amount } of parts) {
      const key = vault.collateral.address.toLowerCase();
      costs.set(key, (costs.get(key) ?? 0n) + (leg.quantity > 0n ? amount : -amount));
    }
  }
  return [...costs].map(([address, cost]) => {
    const own = legs.filter(({ vault }) => vaultAt(client, vault).collateral.address.toLowerCase() === address);
    const sum = (sign: 1 | -1): bigint =>
      own.reduce((total, { quantity, limit }) => (sign > 0 === quantity > 0n ? total + limit : total), 0n);
    const total = totals.find(({ token }) => token.toLowerCase() === address)?.maxNetPaid;
    const limit = total ?? sum(1) - sum(-1);
    // Purchases are paid for before or after sales bring anything, so what these bring is allowed on top.
    return { token: tokenAt(client, address), cost, limit, allowance: sum(1) === 0n ? 0n : limit + sum(-1) };
  });
}

function factsOf(plan: Plan, { nets, slippage }: { nets: readonly Net[]; slippage: bigint }): Facts {
  const legs = plan.splits.map(({ leg, parts }) => {
    const size = leg.quantity < 0n ? -leg.quantity : leg.quantity;
    const terms = formatSeries({ ...leg, expiry: leg.expiry });
    const places = parts.map(({ vault, quantity, amount }) => {
      return `${formatWad(quantity < 0n ? -quantity : quantity)} at ${vault.symbol} for ${formatAmount(amount, vault.collateral)}`;
    });
    return [leg.quantity < 0n ? "sell" : "buy", `${formatWad(size)} ${terms}: ${places.join(", ")}`] as const;
  });
  const pays = nets.filter(({ limit }) => limit > 0n);
  const worst = pays.map(({ limit, token }) => formatAmount(limit, token)).join(" and ");
  const points = breakEvensOf(plan, nets);
  return [
    ...legs,
    ...nets.map(
      ({ cost, token }) => [cost < 0n ? "brings" : "cost", formatAmount(cost < 0n ? -cost : cost, token)] as const,
    ),
    ...nets.map(
      ({ limit, token }) =>
        [
          "limit",
          limit < 0n
            ? `at least ${formatAmount(-limit, token)}`
            : `at most ${formatAmount(limit, token)} (${Number(slippage) / 100} % slippage)`,
        ] as const,
    ),
    [
      "worst loss",
      worst === "" ? "nothing is paid; what is sold pays you nothing later" : `${worst}, all that is paid`,
    ],
    ...(points === undefined ? [] : [["break-even", points.map(formatPrice).join(", ")] as const]),
  ];
}

/** Where one expiry's purchases neither win nor lose; sales only give up what is held. */
function breakEvensOf({ splits }: Plan, nets: readonly Net[]): number[] | undefined {
  const legs = splits.map(({ leg }) => leg);
  if (new Set(legs.map(({ expiry }) => expiry)).size > 1 || legs.some(({ quantity }) => quantity < 0n))
    return undefined;
  const costOf = (kind: OptionKind): number => {
    const collateral = splits.find(({ leg }) => leg.kind === kind)?.parts[0]?.vault.collateral;
    const net = nets.find(({ token }) => token.address === collateral?.address);
    return net === undefined ? 0 : fromTokenUnits(net.cost, net.token.decimals);
  };
  return breakEvens(legs, { quote: costOf(OptionKind.Put), underlying: costOf(OptionKind.Call) });
}

function recordOf({ splits }: Plan, nets: readonly Net[]) {
  return {
    legs: splits.map(({ leg, parts }) => ({
      kind: kindName(leg.kind),
      expiry: leg.expiry,
      strike: formatWad(leg.strike),
      quantity: formatWad(leg.quantity),
      parts: parts.map(({ vault, quantity, amount }) => ({
        vault: vault.symbol,
        quantity: formatWad(quantity),
        amount: exactAmount(amount, vault.collateral),
      })),
    })),
    nets: nets.map(({ token, cost, limit }) => ({
      token: token.symbol,
      cost: exactAmount(cost, token),
      limit: exactAmount(limit, token),
      worstLoss: exactAmount(limit > 0n ? limit : 0n, token),
    })),
  };
}

interface Planned {
  readonly plan: Plan;
  readonly nets: readonly Net[];
}

/** Whether the order could be rehearsed as it is: the account is known, and the router may take what it needs. */
async function isAllowed(session: Session, { plan, nets }: Planned): Promise<boolean> {
  const { client, account } = session;
  if (account === undefined) return false;
  const tokens = plan.legs.flatMap(({ vault, quantity }) =>
    quantity < 0n ? [vaultAt(client, vault).optionToken] : [],
  );
  const args = [account, client.deployment.router] as const;
  const calls = tokens.map((address) => batchCall({ address, abi: optionTokenAbi, functionName: "isOperator", args }));
  const [{ results }, missing] = await Promise.all([readBatch(client, { calls }), missingOf(session, nets)]);
  return missing.length === 0 && results.every((isOperator) => isOperator);
}

/** What the router is not allowed to take yet. */
async function missingOf(session: Session, nets: readonly Net[]): Promise<readonly Net[]> {
  const spender = session.client.deployment.router;
  const allowed = await Promise.all(nets.map(({ token }) => allowanceOf(session, { token: token.address, spender })));
  return nets.filter(({ allowance }, index) => (allowed[index] ?? 0n) < allowance);
}

/** Lets the router sell the account's options of the vaults that buy them back. */
async function allow({ client }: Session, { plan }: Planned): Promise<Sent["receipts"]> {
  const vaults = new Set(plan.legs.filter(({ quantity }) => quantity < 0n).map(({ vault }) => vault));
  const receipts: Sent["receipts"][number][] = [];
  for (const vault of vaults) {
    const { receipt } = await allowSales(client, { vault });
    if (receipt !== undefined) receipts.push(receipt);
  }
  return receipts;
}

/** Lets the router take what the order costs: by signature where the token has permits, else by approval. */
async function permitsFor(session: Session, { nets, deadline }: { nets: readonly Net[]; deadline: bigint }) {
  const { client } = session;
  const signed: Permit[] = [];
  const receipts: Sent["receipts"][number][] = [];
  for (const { token, allowance } of await missingOf(session, nets)) {
    try {
      signed.push(await signPermit(client, { token: token.address, value: allowance, deadline }));
    } catch (error) {
      if (!(error instanceof PermitError)) throw error;
      const terms = { token: token.address, spender: client.deployment.router, amount: allowance };
      receipts.push(...(await ensureAllowance(client, terms)).receipts);
    }
  }
  return { signed, receipts };
}
