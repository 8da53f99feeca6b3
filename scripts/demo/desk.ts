import {
  atSpot,
  marketOf,
  ContractError,
  fromWad,
  joinOrders,
  offer,
  OptionKind,
  parseSeriesId,
  planOrder,
  toFixedPoint,
  toSeriesId,
  toWad,
  WAD,
  type Client,
  type PlanOrderResult,
  type Receipt,
  type SignedPrice,
  type StrategyLeg,
  type TokenInfo,
} from "@bulkhead/sdk";
import { MaxUint256, parseUnits } from "ethers";

import type { Account } from "../markets/Account.ts";
import { costsAtBestSingle, type SingleCosts } from "./costsAtBestSingle.ts";
import { formatDate, nameOfKind } from "./format.ts";
import type { GhostLedger } from "./GhostLedger.ts";
import { amountOf, mostToPay, sum } from "./orderAmounts.ts";
import type { Pools } from "../markets/pools.ts";
import { savedByPrice } from "./savedByPrice.ts";
import { prepareOrder, type Settled } from "./sendOrder.ts";
import type { SpotReporters } from "../markets/spotReporters.ts";
import type { Stage } from "./Stage.ts";
import type { Vault, Venue, World } from "../markets/world.ts";

/** A leg, and the market that it is of. */
export interface MarketLeg extends StrategyLeg {
  readonly venue: Venue;
}

/** What somebody wants done at once or not at all. Positive quantities are bought, negative ones sold out of what is held. */
export interface Order {
  /** "straddle", "roll". */
  readonly name: string;
  readonly trader: Account;
  /** Of one market or of several. */
  readonly legs: readonly MarketLeg[];
  /** The one token that all of it is paid in, or pays, by swaps where vaults have others; each vault's own by default. */
  readonly settledIn?: TokenInfo;
}

/** A leg that went through. Amounts in token units of its vaults' collateral. */
export interface FilledLeg extends MarketLeg {
  readonly id: bigint;
  readonly parts: readonly { readonly vault: Vault; readonly quantity: bigint; readonly amount: bigint }[];
  readonly amount: bigint;
  /**
   * What it would have cost had all purchases of this kind gone to one vault, the cheapest for them together; absent for
   * sales and where no vault could have taken them.
   */
  readonly bestSingle?: bigint;
}

export interface FilledOrder extends Order {
  /** Unix seconds. */
  readonly at: number;
  readonly legs: readonly FilledLeg[];
  readonly settled?: Settled;
  /** Signed spot prices that it brought, one a market. */
  readonly brought: number;
  /** What that saved beside the prices that the chain had by itself, USDC; absent where it could not be had at these. */
  readonly savedByPrice?: number;
}

/** What somebody came for is not to be had now. In a market that is no failure: they go home without it. */
export class NotOnOffer extends Error {
  override readonly name = "NotOnOffer";
}

/** What buyers start with, in whole tokens: of each underlying, and of the stablecoin. */
const BUYER_COINS = { WETH: 500, WBTC: 12 } as const;
const BUYER_USDC = 4_000_000;

/** How many options, in WAD, it is asked for whether a series is written now. */
const PROBES = { WETH: WAD, WBTC: WAD / 20n } as const;

/** What one more vault costs in gas, in quote: a split that saves less is not worth it. */
const GAS_COST_USDC = 0.05;
/** The legs of one order move each other's price: what has been quoted for each alone may rise by this. */
const SLIPPAGE_BPS = 1_000n;
/** Seconds that an order stays good for. */
const GOOD_FOR = 300;

/** The buyers' side: allowances, orders through the router, and redeeming what has been settled. */
export class Desk {
  readonly #world: World;
  readonly #stage: Stage;
  readonly #ledger: GhostLedger;
  readonly #pools: Pools;
  readonly #spots: ReadonlyMap<Venue, SpotReporters>;
  readonly #orders: FilledOrder[] = [];

  constructor(world: World, { stage, ledger, pools, spots }: DeskSetup) {
    this.#world = world;
    this.#stage = stage;
    this.#ledger = ledger;
    this.#pools = pools;
    this.#spots = spots;
  }

  /** Every order that went through. */
  get orders(): readonly FilledOrder[] {
    return this.#orders;
  }

  /** Gives a buyer tokens, and the routers leave to take premiums in them and to hand options back. */
  async enter({ signer, address }: Account): Promise<void> {
    const { venues, vaults, stablecoin, addresses } = this.#world;
    const { router, swapRouter, permit2 } = addresses;
    const usdc = stablecoin.connect(signer);
    const gifts = venues.flatMap(({ underlying, symbol, market }) => {
      const token = underlying.connect(signer);
      const amount = parseUnits(String(BUYER_COINS[symbol]), market.underlying.decimals);
      return [() => token.mint(address, amount), () => token.approve(router, MaxUint256)];
    });
    const options = vaults.map((vault) => vault.options.connect(signer));
    await this.#stage.together([
      ...gifts,
      () => usdc.mint(address, BigInt(BUYER_USDC) * 10n ** 6n),
      () => usdc.approve(permit2, MaxUint256),
      ...options.flatMap((token) => [router, swapRouter].map((spender) => () => token.setOperator(spender, true))),
    ]);
  }

  /**
   * Plans an order over markets and tiers and sends it through the router: every leg of it goes through, or none. It brings each
   * market's spot price as the reporters sign it at that moment, and is planned at it. What it costs in USDC is permitted by a signature in the same transaction; an order that is settled in one token goes through the
   * swap router.
   */
  async trade({ name, trader, legs, settledIn }: Order): Promise<FilledOrder> {
    if (settledIn !== undefined) await this.#pools.follow();
    await this.#stage.pass();
    const plans = await Promise.all(
      this.#world.venues
        .map((venue) => ({ venue, wanted: legs.filter((leg) => leg.venue === venue) }))
        .filter(({ wanted }) => wanted.length > 0)
        .map(async ({ venue, wanted }) => {
          const signed = await this.#sign(venue);
          return { venue, signed, plan: await this.#plan(venue, { legs: wanted, trader, signed }) };
        }),
    );
    const [first] = plans;
    if (first === undefined) throw new Error(`the order "${name}" has no leg`);
    const client = first.venue.as(trader);
    const deadline = BigInt(this.#stage.now + GOOD_FOR);
    const { address: usdc } = marketOf(client).quote;
    const mostUsdc = sum(plans.map(({ plan }) => mostToPay(plan, usdc)));
    const singles = await Promise.all(
      plans.map(({ venue, signed, plan }) => costsAtBestSingle(atSpot(venue.client, { signed }), { plan })),
    );
    const saved = await Promise.all(
      plans.map(({ venue, signed, plan }) => savedByPrice(venue.client, { legs: plan.legs, signed })),
    );
    const send = await prepareOrder(client, this.#pools, {
      ...joinOrders(
        client,
        plans.map(({ plan }) => plan),
      ),
      collaterals: plans.flatMap(({ plan }) =>
        plan.splits.flatMap(({ parts }) => parts.map(({ vault }) => vault.collateral.address)),
      ),
      deadline,
      mostUsdc,
      ...(settledIn === undefined ? {} : { settledIn }),
    });
    const { receipt, settled } = await this.#stage.act(send);
    const filled = {
      name,
      trader,
      at: this.#stage.now,
      legs: plans.flatMap(({ venue, plan }, index) =>
        this.#filledLegs(plan, { venue, receipt, bestSingle: singles[index] ?? new Map() }),
      ),
      ...(settled === undefined ? {} : { settled }),
      brought: plans.length,
      ...(saved.includes(undefined) ? {} : { savedByPrice: saved.reduce<number>((all, one) => all + (one ?? 0), 0) }),
    };
    this.#orders.push(filled);
    return filled;
  }

  /** A market's spot price as its reporters sign it now. */
  async #sign(venue: Venue): Promise<SignedPrice> {
    const reporters = this.#spots.get(venue);
    if (reporters === undefined) throw new Error(`expected reporters of ${venue.name}, got none`);
    return reporters.sign();
  }

  /** A market's client that reads at the price that reporters sign now. */
  async #atPresent(venue: Venue): Promise<Client> {
    return atSpot(venue.client, { signed: await this.#sign(venue) });
  }

  /** How the legs of one market are split over its vaults. */
  async #plan(
    venue: Venue,
    { legs, trader, signed }: { legs: readonly StrategyLeg[]; trader: Account; signed: SignedPrice },
  ): Promise<PlanOrderResult> {
    const spot = fromWad(signed.price);
    const { decimals } = venue.market.underlying;
    return planOrder(venue.as(trader), {
      legs,
      signed,
      trader: trader.address,
      slippageBps: SLIPPAGE_BPS,
      gasCost: ({ kind }) =>
        kind === OptionKind.Call
          ? toFixedPoint(GAS_COST_USDC / spot, decimals)
          : toFixedPoint(GAS_COST_USDC, venue.market.quote.decimals),
    });
  }

  /** The strike nearest to `target` that a vault lists, whether or not it would trade it now. */
  async listedNear(target: number, { vault, expiry }: { vault: Vault; expiry: number }): Promise<number> {
    const [nearest] = nearestFirst([...(await vault.contract.strikesOf(expiry))[0]], target);
    if (nearest === undefined) throw new Error(`"${vault.name}" lists no strike for ${formatDate(expiry)}`);
    return nearest;
  }

  /**
   * Of the strikes on which options of all these kinds would be written now, the one nearest to `target`. Vaults lay
   * strikes by one rule, but keep longer those in which somebody holds options.
   * @throws NotOnOffer where there is none
   */
  async writableNear(
    target: number,
    { venue, kinds, expiry }: { venue: Venue; kinds: readonly [OptionKind, ...OptionKind[]]; expiry: number },
  ): Promise<number> {
    await this.#stage.pass();
    const refusals = new Set<string>();
    const client = await this.#atPresent(venue);
    for (const strike of await this.#listedByDistance(target, { venue, kind: kinds[0], expiry })) {
      const refused = await Promise.all(kinds.map((kind) => this.#refusalsOf(venue, { client, kind, expiry, strike })));
      if (refused.every((names) => names.length === 0)) return strike;
      for (const name of refused.flat()) refusals.add(name);
    }
    const wanted = `${venue.symbol} ${kinds.map(nameOfKind).join(" and ")}`;
    throw new NotOnOffer(
      `no ${wanted} of one strike for ${formatDate(expiry)} is written now (${[...refusals].join(", ")})`,
    );
  }

  /** Those of a trader's sales that are worth their fees now; options near their end may not be. */
  async worthSelling(legs: readonly MarketLeg[], trader: Account): Promise<readonly MarketLeg[]> {
    await this.#stage.pass();
    const checked = await Promise.all(
      legs.map(async (leg) => {
        try {
          const signed = await this.#sign(leg.venue);
          await planOrder(leg.venue.client, { legs: [leg], trader: trader.address, signed });
          return leg;
        } catch (error) {
          if (error instanceof ContractError && error.errorName === "NothingToPay") return undefined;
          throw error;
        }
      }),
    );
    return checked.filter((leg) => leg !== undefined);
  }

  /** Redeems everything that these holders have of a settled expiry. What each vault paid, token units. */
  async redeem(expiry: number, holders: readonly Account[]): Promise<Map<Vault, bigint>> {
    const paidBefore = this.#world.vaults.map(({ address }) => this.#ledger.flowsOf(address).redemptions);
    const claims = this.#world.vaults.flatMap((vault) =>
      this.#ledger
        .heldSeriesOf(vault.address)
        .filter((id) => parseSeriesId(id).expiry === BigInt(expiry))
        .flatMap((id) => holders.map((holder) => ({ vault, id, holder }))),
    );
    const held = await Promise.all(claims.map(({ vault, id, holder }) => vault.options.balanceOf(holder.address, id)));
    for (const [index, { vault, id, holder }] of claims.entries()) {
      const quantity = held[index] ?? 0n;
      if (quantity === 0n) continue;
      const contract = vault.contract.connect(holder.signer);
      await this.#stage.send(() => contract.redeemOptions(id, quantity, holder.address, holder.address));
    }
    return new Map(
      this.#world.vaults.map((vault, index) => {
        const paid = this.#ledger.flowsOf(vault.address).redemptions - (paidBefore[index] ?? 0n);
        return [vault, paid];
      }),
    );
  }

  /** What each leg came to, by the vaults' own events. */
  #filledLegs(
    { splits }: PlanOrderResult,
    { venue, receipt, bestSingle }: { venue: Venue; receipt: Receipt; bestSingle: SingleCosts },
  ): FilledLeg[] {
    return splits.map((split) => {
      const { leg, id, parts } = split;
      const filled = parts.map(({ vault, quantity }) => {
        const known = this.#vaultAt(vault.address);
        return { vault: known, quantity, amount: amountOf(known, { receipt, id }) };
      });
      const single = bestSingle.get(split);
      return {
        ...leg,
        venue,
        id,
        parts: filled,
        amount: sum(filled.map((part) => part.amount)),
        ...(single === undefined ? {} : { bestSingle: single }),
      };
    });
  }

  async #listedByDistance(
    target: number,
    { venue, kind, expiry }: { venue: Venue; kind: OptionKind; expiry: number },
  ): Promise<number[]> {
    const ladders = await Promise.all(vaultsOf(venue, kind).map(({ contract }) => contract.strikesOf(expiry)));
    return nearestFirst([...new Set(ladders.flatMap(([strikes]) => strikes))], target);
  }

  /** Why no vault would write a series now, by each one's error; nothing where one would. */
  async #refusalsOf(
    venue: Venue,
    { client, kind, expiry, strike }: { client: Client; kind: OptionKind; expiry: number; strike: number },
  ): Promise<string[]> {
    const id = toSeriesId(BigInt(expiry), toWad(strike));
    const quantity = PROBES[venue.symbol];
    const offers = await Promise.all(
      vaultsOf(venue, kind).map(({ address }) => offer(client, { vault: address, id, quantity })),
    );
    const refusals = offers.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.errorName]));
    return refusals.length < offers.length ? [] : refusals;
  }

  #vaultAt(address: string): Vault {
    const vault = this.#world.vaults.find((candidate) => candidate.address === address);
    if (vault === undefined) throw new Error(`the order went to a vault that is not in the deployment: ${address}`);
    return vault;
  }
}

export interface DeskSetup {
  readonly stage: Stage;
  readonly ledger: GhostLedger;
  readonly pools: Pools;
  /** Who signs each market's spot price. */
  readonly spots: ReadonlyMap<Venue, SpotReporters>;
}

function vaultsOf({ vaults }: Venue, kind: OptionKind): readonly Vault[] {
  return vaults.filter((vault) => vault.kind === kind);
}

/** Strikes (WAD) as prices in quote, those nearest to `target` first. */
function nearestFirst(strikes: readonly bigint[], target: number): number[] {
  return strikes.map((strike) => fromWad(strike)).sort((a, b) => Math.abs(a - target) - Math.abs(b - target));
}
