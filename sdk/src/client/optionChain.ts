import { OrderError } from "../errors/OrderError.ts";
import type { Decimal } from "../units/Decimal.ts";
import { SECONDS_PER_YEAR, WAD } from "../units/constants.ts";
import { fromTokenUnits } from "../units/fromTokenUnits.ts";
import { formatWad } from "../units/formatWad.ts";
import { fromWad } from "../units/fromWad.ts";
import { parseSeriesId } from "../units/seriesId.ts";
import { toWad } from "../units/toWad.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { quoterAbi } from "./abis.ts";
import type { Client, Vault } from "./connect.ts";
import { marketOf } from "./marketOf.ts";
import type { ChainGreeks } from "./QuoteParts.ts";

/** The best price on one side and who gives it, in quote for one option. */
export interface Side {
  readonly price: number;
  readonly vault: Vault;
}

/** One listed option of a market. Prices and Greeks in quote, for one option, whichever collateral its vaults hold. */
export interface ChainRow {
  readonly kind: OptionKind;
  readonly id: bigint;
  /** Unix seconds. */
  readonly expiry: bigint;
  /** WAD quote per underlying. */
  readonly strike: bigint;
  /** Absent where no vault trades that side now. */
  readonly bid?: Side;
  readonly ask?: Side;
  /** Fair value. */
  readonly fair: number;
  /** A year. */
  readonly volatility: number;
  /** Black-Scholes delta at fixed volatility. */
  readonly delta: number;
  /** Black-Scholes gamma at fixed volatility, as delta and vega are: ∂²/∂S². */
  readonly gamma: number;
  /** For 1.0 of volatility. */
  readonly vega: number;
  /** A year. */
  readonly theta: number;
  /** Options written and not yet bought back, over all vaults. */
  readonly openInterest: number;
}

export interface OptionChainParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Unix seconds; all live expiries by default. */
  readonly expiry?: bigint;
  /** Size for which bid and ask are asked (a bigint is WAD); one option by default. */
  readonly quantity?: Decimal;
}

/** By expiry, strike and kind. */
export type OptionChainResult = readonly ChainRow[];

/**
 * All listed series of a market with Greeks, volatility, and the best bid and ask over its vaults, at one block.
 * @throws OrderError where the size is not above zero
 * @throws ContractError where the market has no price now
 * @example
 * const rows = await optionChain(client, { market: "WETH/USDC", quantity: "0.5" });
 * const puts = rows.filter(({ kind, ask }) => kind === OptionKind.Put && ask !== undefined);
 */
export async function optionChain(client: Client, parameters: OptionChainParameters = {}): Promise<OptionChainResult> {
  const quantity = toWad(parameters.quantity ?? WAD, "quantity");
  if (quantity <= 0n) {
    throw new OrderError({
      expected: "a size above zero, for which both sides are asked",
      got: formatWad(quantity),
      action: "give the size without a sign",
    });
  }
  const { vaults } = marketOf(client, parameters.market);
  const { quoter: address } = client.deployment;
  const calls = vaults.map((vault) =>
    batchCall({ address, abi: quoterAbi, functionName: "chain", args: [vault.address, quantity] }),
  );
  const { results, block } = await readBatch(client, { calls });
  const listed = results.flatMap((chain, index) => {
    const vault = vaults[index];
    return vault === undefined ? [] : listingsOf(vault, chain);
  });
  const byOption = new Map<string, Listing[]>();
  for (const listing of listed) {
    const { id, vault } = listing;
    if (parameters.expiry !== undefined && parseSeriesId(id).expiry !== parameters.expiry) continue;
    const key = `${vault.kind}:${id}`;
    byOption.set(key, [...(byOption.get(key) ?? []), listing]);
  }
  const now = Number(block.timestamp);
  return [...byOption.values()]
    .map((listings) => rowOf(listings, { size: fromWad(quantity), now }))
    .filter((row) => row !== undefined)
    .sort((a, b) => compare(a.expiry, b.expiry) || compare(a.strike, b.strike) || a.kind - b.kind);
}

/** What one vault says of a series. */
interface Listing {
  readonly vault: Vault;
  readonly id: bigint;
  /** WAD quote per underlying. */
  readonly spot: bigint;
  readonly net: bigint;
  readonly price: SeriesPrice;
  /** Token units of the vault's collateral; absent where it would refuse. */
  readonly ask: bigint | undefined;
  readonly bid: bigint | undefined;
}

/** A series' price as the quoter says it, WAD. */
interface SeriesPrice {
  readonly fair: bigint;
  readonly volatility: bigint;
  readonly spotDelta: bigint;
  readonly greeks: ChainGreeks;
}

/** `IQuoter.Chain` */
interface QuotedChain {
  readonly spot: bigint;
  readonly ids: readonly bigint[];
  readonly nets: readonly bigint[];
  readonly prices: readonly SeriesPrice[];
  readonly asks: readonly bigint[];
  readonly bids: readonly bigint[];
  readonly askReasons: readonly string[];
  readonly bidReasons: readonly string[];
}

function listingsOf(vault: Vault, chain: QuotedChain): readonly Listing[] {
  const taken = (amounts: readonly bigint[], reasons: readonly string[], row: number): bigint | undefined =>
    BigInt(reasons[row] ?? 0) === 0n ? amounts[row] : undefined;
  return chain.prices.map((price, row) => ({
    vault,
    id: chain.ids[row] ?? 0n,
    spot: chain.spot,
    net: chain.nets[row] ?? 0n,
    price,
    ask: taken(chain.asks, chain.askReasons, row),
    bid: taken(chain.bids, chain.bidReasons, row),
  }));
}

function rowOf(listings: readonly Listing[], { size, now }: { size: number; now: number }): ChainRow | undefined {
  const [first] = listings;
  if (first === undefined) return undefined;
  const { id, vault, price } = first;
  const { expiry, strike } = parseSeriesId(id);
  const spot = fromWad(first.spot);
  // A call vault counts in underlying: its values times spot are in quote.
  const unit = vault.kind === OptionKind.Call ? spot : 1;
  const sides = (side: "ask" | "bid"): Side[] =>
    listings.flatMap((listing) => {
      const amount = listing[side];
      if (amount === undefined) return [];
      const { decimals } = listing.vault.collateral;
      return [{ price: (fromTokenUnits(amount, decimals) / size) * unit, vault: listing.vault }];
    });
  const ask = sides("ask").sort((a, b) => a.price - b.price)[0];
  const bid = sides("bid").sort((a, b) => b.price - a.price)[0];
  const volatility = fromWad(price.volatility);
  const vega = fromWad(price.greeks.vega) * unit;
  const years = (Number(expiry) - now) / SECONDS_PER_YEAR;
  const curvature = spot ** 2 * volatility * years;
  return {
    kind: vault.kind,
    id,
    expiry,
    strike,
    ...(bid === undefined ? {} : { bid }),
    ...(ask === undefined ? {} : { ask }),
    fair: fromWad(price.fair) * unit,
    volatility,
    delta: fromWad(price.spotDelta),
    // Black-Scholes' own relation: vega = S²·σ·τ·gamma.
    gamma: curvature > 0 ? vega / curvature : 0,
    vega,
    theta: fromWad(price.greeks.theta) * unit,
    openInterest: listings.reduce((sum, { net }) => sum + fromWad(net), 0),
  };
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
