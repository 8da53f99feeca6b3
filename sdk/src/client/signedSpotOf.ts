import type { ISignedSpot } from "../../../typechain-types/index.ts";
import { SpotError } from "../errors/SpotError.ts";
import type { Client } from "./connect.ts";

/** A market's signed spot; refuses a market that has none. */
export function signedSpotOf({ signedSpot, market }: Client): ISignedSpot {
  if (signedSpot !== undefined) return signedSpot;
  throw new SpotError({
    expected: "a market with signed spot prices",
    got: `${market.name}, which has none`,
    action: "trade at the push feed's price",
  });
}
