import { SpotError } from "../errors/SpotError.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import type { SignedPrice } from "../spot/SignedPrice.ts";
import { signedSpotAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { marketOf } from "./marketOf.ts";
import { sendObserved } from "./sendObserved.ts";
import { senderOf } from "./senderOf.ts";

export interface SubmitSpotParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  readonly signed: SignedPrice;
}

export interface SubmitSpotResult {
  readonly receipt: Receipt;
}

/**
 * Delivers a signed spot price by itself, in effect at once. Anyone may; an order can also bring it along. One that was observed after
 * the latest block is tried on the block that comes next.
 * @throws SpotError where the market has no signed spot
 * @throws ContractError where the chain refuses it
 * @example
 * const { receipt } = await submitSpot(client, { signed });
 */
export async function submitSpot(client: Client, { market, signed }: SubmitSpotParameters): Promise<SubmitSpotResult> {
  const { signedSpot: address, name } = marketOf(client, market);
  if (address === undefined) {
    throw new SpotError({
      expected: "a market with signed spot prices",
      got: `${name}, which has none`,
      action: "trade at the push feed's price",
    });
  }
  const from = await senderOf(client);
  const call = { address, abi: signedSpotAbi, functionName: "submit", args: [signed] } as const;
  return { receipt: await sendObserved(client, call, { from }) };
}
