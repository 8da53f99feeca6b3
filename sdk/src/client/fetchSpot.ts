import type { SignedPrice } from "../spot/SignedPrice.ts";
import type { Client } from "./connect.ts";
import { revertDataOf } from "./revertDataOf.ts";

/** Asks somebody, a reporter's server for instance, for a market's latest signed price. */
export type SpotFetcher = (market: string) => Promise<SignedPrice | undefined>;

/**
 * A signed price to bring along with an order: what the fetcher has, if the chain would take it now.
 * @returns undefined where the market has no signed spot, nothing was fetched, or the chain would refuse it (it has the same or a
 * newer one, it is too old, its signatures are not the reporters'): the order then goes without one
 */
export async function fetchSpot(client: Client, fetcher: SpotFetcher): Promise<SignedPrice | undefined> {
  const { signedSpot, market } = client;
  if (signedSpot === undefined) return undefined;
  const signed = await fetcher(market.name);
  if (signed === undefined) return undefined;
  const { price, observedAt, signatures } = signed;
  try {
    await signedSpot.submit.staticCall({ price, observedAt, signatures: [...signatures] });
    return signed;
  } catch (error) {
    if (revertDataOf(error) === undefined) throw error;
    return undefined;
  }
}
