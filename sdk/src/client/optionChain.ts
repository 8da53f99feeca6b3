import { OrderError } from "../errors/OrderError.ts";
import type { Decimal } from "../units/Decimal.ts";
import { SECONDS_PER_YEAR, WAD } from "../units/constants.ts";
import { fromTokenUnits } from "../units/fromTokenUnits.ts";
import { formatWad } from "../units/formatWad.ts";
import { fromWad } from "../units/fromWad.ts";
import { toSeriesId } from "../units/seriesId.ts";
import { toWad } from "../units/toWad.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import type { Client, Vault } from "./connect.ts";
import { explained } from "./explained.ts";
import { latestTimestamp } from "./latestTimestamp.ts";
import { offer } from "./offer.ts";

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

export interface ChainRequest {
  /** Unix seconds; all live expiries by default. */
  readonly expiry?: bigint;
  /** Size for which bid and ask are asked (a bigint is WAD); one option by default. */
  readonly quantity?: Decimal;
}

/** All listed series of a market with Greeks, volatility, and the best bid and ask over its vaults. */
export async function optionChain(client: Client, request: ChainRequest = {}): Promise<ChainRow[]> {
  const quantity = toWad(request.quantity ?? WAD, "quantity");
  if (quantity <= 0n) {
    throw new OrderError({
      expected: "a size above zero, for which both sides are asked",
      got: formatWad(quantity),
      action: "give the size without a sign",
    });
  }
  const listed = await Promise.all(client.vaults.map((vault) => listedIn(vault, request.expiry)));
  const byOption = new Map<string, Listing[]>();
  for (const listing of listed.flat()) {
    const key = `${listing.vault.kind}:${toSeriesId(listing.expiry, listing.strike)}`;
    byOption.set(key, [...(byOption.get(key) ?? []), listing]);
  }
  const now = await latestTimestamp(client);
  const rows = await Promise.all([...byOption.values()].map((listings) => rowOf(client, { listings, quantity, now })));
  return rows
    .filter((row) => row !== undefined)
    .sort((a, b) => compare(a.expiry, b.expiry) || compare(a.strike, b.strike) || a.kind - b.kind);
}

interface Listing {
  readonly vault: Vault;
  readonly expiry: bigint;
  readonly strike: bigint;
  readonly net: bigint;
}

async function listedIn(vault: Vault, only: bigint | undefined): Promise<Listing[]> {
  const expiries = only === undefined ? await explained(vault.contract.expiries()) : [only];
  const rows = await explained(Promise.all(expiries.map((expiry) => vault.contract.strikesOf(expiry))));
  return rows.flatMap(([strikes, nets], row) =>
    strikes.map((strike, index) => ({ vault, expiry: expiries[row] ?? 0n, strike, net: nets[index] ?? 0n })),
  );
}

async function rowOf(
  client: Client,
  { listings, quantity, now }: { listings: readonly Listing[]; quantity: bigint; now: number },
): Promise<ChainRow | undefined> {
  const [first] = listings;
  if (first === undefined) return undefined;
  const { expiry, strike } = first;
  const { kind } = first.vault;
  const id = toSeriesId(expiry, strike);
  const [option, asks, bids] = await Promise.all([
    explained(client.oracle.option(kind, expiry, strike)),
    sidesOf(client, { listings, id, quantity }),
    sidesOf(client, { listings, id, quantity: -quantity }),
  ]);
  const spot = Math.max(...[...asks, ...bids].map((side) => side.spot), 0);
  // A call vault counts in underlying: its values times spot are in quote.
  const unit = kind === OptionKind.Call ? spot : 1;
  const priced = (side: (typeof asks)[number]): Side => ({ price: side.amount * unit, vault: side.vault });
  const ask = asks.filter(({ refused }) => !refused).sort((a, b) => a.amount - b.amount)[0];
  const bid = bids.filter(({ refused }) => !refused).sort((a, b) => b.amount - a.amount)[0];
  const { vega, theta } = option.greeks;
  const vegaInQuote = fromWad(vega) * unit;
  const years = (Number(expiry) - now) / SECONDS_PER_YEAR;
  const curvature = spot ** 2 * fromWad(option.volatility) * years;
  return {
    kind,
    id,
    expiry,
    strike,
    ...(bid === undefined ? {} : { bid: priced(bid) }),
    ...(ask === undefined ? {} : { ask: priced(ask) }),
    fair: fromWad(option.fair) * unit,
    volatility: fromWad(option.volatility),
    delta: fromWad(option.spotDelta),
    // Black-Scholes' own relation: vega = S²·σ·τ·gamma.
    gamma: curvature > 0 ? vegaInQuote / curvature : 0,
    vega: vegaInQuote,
    theta: fromWad(theta) * unit,
    openInterest: listings.reduce((sum, { net }) => sum + fromWad(net), 0),
  };
}

/** What each vault would do, for one option, in collateral. */
async function sidesOf(
  client: Client,
  { listings, id, quantity }: { listings: readonly Listing[]; id: bigint; quantity: bigint },
): Promise<{ vault: Vault; amount: number; spot: number; refused: boolean }[]> {
  const size = Math.abs(fromWad(quantity));
  return Promise.all(
    listings.map(async ({ vault }) => {
      const { amount, parts, refusal } = await offer(client, { vault: vault.address, id, quantity });
      return {
        vault,
        amount: fromTokenUnits(amount, vault.collateral.decimals) / size,
        spot: fromWad(parts.spot),
        refused: refusal !== undefined,
      };
    }),
  );
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
