import type { ContractTransactionReceipt } from "ethers";

import type { SignedPrice } from "../spot/SignedPrice.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { signedSpotOf } from "./signedSpotOf.ts";

/**
 * Delivers a signed spot price by itself, in effect at once. Anyone may; an order can also bring it along.
 * @throws SpotError where the market has no signed spot
 */
export async function submitSpot(
  client: Client,
  { price, observedAt, signatures }: SignedPrice,
): Promise<ContractTransactionReceipt | null> {
  const sent = await explained(signedSpotOf(client).submit({ price, observedAt, signatures: [...signatures] }));
  return explained(sent.wait());
}
