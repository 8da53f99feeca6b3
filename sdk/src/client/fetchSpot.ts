import { ContractError } from "../errors/ContractError.ts";
import { read } from "../rpc/read.ts";
import type { SignedPrice } from "../spot/SignedPrice.ts";
import { signedSpotAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { marketOf } from "./marketOf.ts";
import { isOfTheFuture, observedSoon } from "./observedSoon.ts";

/** Asks somebody, a reporter's server for instance, for a market's latest signed price. */
export type SpotFetcher = (market: string) => Promise<SignedPrice | undefined>;

export interface FetchSpotParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly fetcher: SpotFetcher;
}

export type FetchSpotResult = SignedPrice | undefined;

/**
 * A signed price to bring along with an order: what the fetcher has, if the chain would take it now.
 * Signed after the latest block it counts as usable: many nodes answer at that block's time, and an order is mined in a later one.
 * @returns undefined where the market has no signed spot, nothing was fetched, or the chain would refuse it (it has the same or a
 * newer one, it is too old, its signatures are not the reporters'): the order then goes without one
 * @example
 * const signed = await fetchSpot(client, { fetcher });
 * const prices = signed === undefined ? [] : [{ vault: vault.address, signed }];
 */
export async function fetchSpot(client: Client, parameters: FetchSpotParameters): Promise<FetchSpotResult> {
  const { signedSpot, name } = marketOf(client, parameters.market);
  if (signedSpot === undefined) return undefined;
  const signed = await parameters.fetcher(name);
  if (signed === undefined) return undefined;
  for (const block of [undefined, "pending"] as const) {
    try {
      await read(
        client,
        { address: signedSpot, abi: signedSpotAbi, functionName: "submit", args: [signed] },
        { block },
      );
      return signed;
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      if (observedSoon(error) !== undefined) return signed;
      if (!isOfTheFuture(error)) return undefined;
    }
  }
  return undefined;
}
