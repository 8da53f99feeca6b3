import {
  breakEvens,
  ContractError,
  formatWad,
  fromTokenUnits,
  marketOf,
  OptionKind,
  planOrder,
  type PlanOrderResult,
  type StrategyLeg,
  type TokenInfo,
} from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";
import { Option, type Command, type OptionValues } from "@commander-js/extra-typings";
import { ZeroAddress } from "ethers";

import { boundsOf, directRoute } from "./directRoute.ts";
import { requireListed, resolveExpiry } from "./expiries.ts";
import { exactAmount, formatAmount, formatPrice, formatSeries, kindName } from "./format.ts";
import type { Facts } from "./Output.ts";
import { parseSlippage, type LegText } from "./parse.ts";
import { eventsOf, type Mined } from "./receipts.ts";
import type { Route } from "./route.ts";
import {
  carryOut,
  deadlineAfter,
  deadlineOption,
  openSending,
  sends,
  slippageOption,
  type SendOptions,
  type Sent,
} from "./sending.ts";
import type { Session } from "./session.ts";
import { openSpot, spotOptions, type Spot, type SpotOptions } from "./spot.ts";
import { swapRoute } from "./swapRoute.ts";
import { UsageError } from "./UsageError.ts";

/** A leg whose strike and quantity are WAD. */
type Leg = StrategyLeg<bigint>;
type Plan = PlanOrderResult<Leg>;

export interface TradeOptions extends SendOptions, SpotOptions {
  readonly slippage: bigint;
  readonly deadline: bigint;
  /** The token to pay and receive in, where it is not the vaults' own. */
  readonly pay?: string;
  readonly swapSlippage: bigint;
  readonly worst?: string;
}

/** What an order comes to in one token: paid where positive, received where negative. */
interface Net {
  readonly token: TokenInfo;
  /** As quoted. */
  readonly cost: bigint;
  /** At worst, for the order does not run beyond. */
  readonly limit: bigint;
}

/** What every command that trades takes. */
export function trades<Args extends unknown[], Opts extends OptionValues>(command: Command<Args, Opts>) {
  const [spotUrl, noSpot] = spotOptions();
  return sends(
    command
      .addOption(slippageOption())
      .addOption(deadlineOption())
      .addOption(spotUrl)
      .addOption(noSpot)
      .option("--pay <token>", "pay and receive in this token, a symbol or an address, over Uniswap's pools")
      .addOption(
        new Option("--swap-slippage <percent>", "with --pay, how far the pools' prices may move")
          .argParser(parseSlippage)
          .default(50n as const, "0.5"),
      )
      .option("--worst <amount>", "with --pay, the most to pay or, negative, the least to receive in that token"),
  );
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
  const { pay, worst, slippage, swapSlippage } = options;
  if (pay === undefined && worst !== undefined) {
    throw new UsageError({
      expected: "--pay beside --worst",
      got: "none",
      action: "name the token that the amount is of, or leave --worst out: --slippage bounds what the vaults take",
    });
  }
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
  const spot = await openSpot(session, options);
  const trader = session.account ?? ZeroAddress;
  const plan = await planOrder(client, { legs, trader, slippageBps: slippage, signed: spot.signed });
  const nets = netsOf(session, plan);
  const unsigned = await netsWithoutSigned(session, { legs, trader, slippage, spot });
  const deadline = await deadlineAfter(session, options.deadline);
  const { legs: bounded, totals } = plan;
  const order = { legs: bounded, totals, deadline, slippage, prices: () => spot.pricesFor(bounded) };
  const route =
    pay === undefined
      ? await directRoute(session, order)
      : await swapRoute(session, { ...order, pay, swapSlippage, worst });
  await carryOut<Sent & { order: Mined }>(
    session,
    {
      action,
      facts: factsOf(session, { plan, nets, unsigned, spot, route }),
      record: { ...recordOf(plan, nets), spot: spot.record, ...route.record },
      rehearse: route.rehearse,
      send: route.send,
      outcome: ({ order: mined }) => outcomeOf(session, { spot, route, mined }),
    },
    options,
  );
}

interface Outcome {
  readonly spot: Spot;
  readonly route: Route;
  readonly mined: Mined;
}

function outcomeOf(session: Session, { spot, route, mined }: Outcome) {
  const paid = paidIn(session, mined);
  const more = route.outcome(mined);
  const isBrought = spot.isBroughtBy(mined);
  return {
    facts: [
      ...paid.map(
        ({ symbol, collateral, premium }) =>
          [
            premium < 0n ? "received" : "paid",
            `${formatAmount(premium < 0n ? -premium : premium, collateral)} at ${symbol}`,
          ] as const,
      ),
      ...more.facts,
      ...(isBrought ? [["spot", "the signed price was brought along"] as const] : []),
    ],
    record: {
      paid: paid.map(({ symbol, collateral, premium }) => ({
        vault: symbol,
        token: collateral.symbol,
        amount: exactAmount(premium, collateral),
      })),
      ...more.record,
      spotBrought: isBrought,
    },
  };
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

/** Token by token, as quoted and at worst. */
function netsOf(session: Session, plan: Plan): Net[] {
  const costs = new Map<string, bigint>();
  for (const { leg, parts } of plan.splits) {
    for (const { vault, amount } of parts) {
      const key = vault.collateral.address.toLowerCase();
      costs.set(key, (costs.get(key) ?? 0n) + (leg.quantity > 0n ? amount : -amount));
    }
  }
  return boundsOf(session, plan).map(({ token, limit }) => ({
    token,
    limit,
    cost: costs.get(token.address.toLowerCase()) ?? 0n,
  }));
}

/** Of a difference below this part nothing is said. */
const SAME = 1_000n;

/**
 * What the same order comes to at the chain's own price, where a signed one is brought: a signed price that is far from the push feed's
 * widens the doubt that is charged for. Nothing where no signed one is brought, or the vaults would not take it without.
 */
async function netsWithoutSigned(
  session: Session,
  { legs, trader, slippage, spot }: { legs: readonly Leg[]; trader: string; slippage: bigint; spot: Spot },
): Promise<readonly Net[]> {
  if (spot.signed === undefined) return [];
  try {
    return netsOf(session, await planOrder(session.client, { legs, trader, slippageBps: slippage }));
  } catch (error) {
    if (error instanceof ContractError) return [];
    throw error;
  }
}

/** Where the order costs less, or brings more, without the signed price. */
function cheaperFacts(nets: readonly Net[], unsigned: readonly Net[]): Facts {
  return unsigned.flatMap(({ token, cost }) => {
    const own = nets.find((net) => net.token.address === token.address)?.cost ?? 0n;
    const saved = own - cost;
    if (saved <= 0n || saved * SAME < (own < 0n ? -own : own)) return [];
    const amount = formatAmount(cost < 0n ? -cost : cost, token);
    const text = `${cost < 0n ? "brings" : "costs"} ${amount}, ${formatAmount(saved, token)} better: --no-spot`;
    return [["without it", text] as const];
  });
}

interface Told {
  readonly plan: Plan;
  readonly nets: readonly Net[];
  readonly unsigned: readonly Net[];
  readonly spot: Spot;
  readonly route: Route;
}

function factsOf(session: Session, { plan, nets, unsigned, spot, route }: Told): Facts {
  const legs = plan.splits.map(({ leg, parts }) => {
    const size = leg.quantity < 0n ? -leg.quantity : leg.quantity;
    const terms = formatSeries({ ...leg, expiry: leg.expiry });
    const places = parts.map(({ vault, quantity, amount }) => {
      return `${formatWad(quantity < 0n ? -quantity : quantity)} at ${vault.symbol} for ${formatAmount(amount, vault.collateral)}`;
    });
    return [leg.quantity < 0n ? "sell" : "buy", `${formatWad(size)} ${terms}: ${places.join(", ")}`] as const;
  });
  const points = breakEvensOf(session, { plan, nets, route });
  return [
    ...legs,
    ...nets.map(
      ({ cost, token }) => [cost < 0n ? "brings" : "cost", formatAmount(cost < 0n ? -cost : cost, token)] as const,
    ),
    ...spot.facts,
    ...cheaperFacts(nets, unsigned),
    ...route.facts,
    ...(points === undefined ? [] : [["break-even", points.map(formatPrice).join(", ")] as const]),
  ];
}

/** Where one expiry's purchases neither win nor lose; sales only give up what is held. */
function breakEvensOf(
  { client }: Session,
  { plan: { splits }, nets, route }: Pick<Told, "plan" | "nets" | "route">,
): number[] | undefined {
  const legs = splits.map(({ leg }) => leg);
  if (new Set(legs.map(({ expiry }) => expiry)).size > 1 || legs.some(({ quantity }) => quantity < 0n))
    return undefined;
  if (route.cost !== undefined) {
    const { token, amount } = route.cost;
    const { underlying, quote } = marketOf(client);
    const paid = fromTokenUnits(amount, token.decimals);
    if (isSameToken(token, quote)) return breakEvens(legs, { quote: paid });
    // What another token will be worth by then nobody knows.
    return isSameToken(token, underlying) ? breakEvens(legs, { underlying: paid }) : undefined;
  }
  const costOf = (kind: OptionKind): number => {
    const collateral = splits.find(({ leg }) => leg.kind === kind)?.parts[0]?.vault.collateral;
    const net = nets.find(({ token }) => token.address === collateral?.address);
    return net === undefined ? 0 : fromTokenUnits(net.cost, net.token.decimals);
  };
  return breakEvens(legs, { quote: costOf(OptionKind.Put), underlying: costOf(OptionKind.Call) });
}

function isSameToken(one: TokenInfo, other: TokenInfo): boolean {
  return one.address.toLowerCase() === other.address.toLowerCase();
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
