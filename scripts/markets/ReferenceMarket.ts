import type { Surface } from "@bulkhead/sdk";
import type { MarketPoint } from "@bulkhead/simulation";

import type { Venue } from "./world.ts";

/** The market elsewhere that a venue's prices and reports come from. Times in unix seconds; the chain's by default. */
export interface ReferenceMarket {
  readonly venue: Venue;
  /** Spot in dollars, and variance. */
  inDollars(at?: number): MarketPoint;
  /** Spot in the stablecoin, and variance. */
  now(): MarketPoint;
  /** The surface that option prices outside come from when the market is as at this point. */
  surfaceAt(point: MarketPoint, expiries: readonly number[]): Surface;
}

/** The price elsewhere of the coin that markets are quoted in. */
export interface ReferencePrice {
  /** Dollars; at the chain's time by default. */
  price(at?: number): number;
}
