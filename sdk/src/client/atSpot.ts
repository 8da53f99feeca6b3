import { decodeAnswer, encodeCall } from "../rpc/abiCoder.ts";
import { refusalOf } from "../rpc/explained.ts";
import { MULTICALL3, multicall3Abi } from "../rpc/multicall3Abi.ts";
import type { SignedPrice } from "../spot/SignedPrice.ts";
import { signedSpotAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { marketOf } from "./marketOf.ts";

export interface AtSpotParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** As an order would bring it (`fetchSpot`). */
  readonly signed: SignedPrice;
}

export type AtSpotResult = Client;

/**
 * A client that reads as if a market's signed price were in the chain: quotes are then those of an order that brings it. Each read is
 * one call of Multicall3, which has to be there; what names its caller (a rehearsal) or sends passes as it is.
 * @throws OrderError where the deployment has no such market
 * @example
 * const { amount } = await quote(atSpot(client, { signed }), { vault: vault.address, id, quantity: "0.5" });
 */
export function atSpot(client: Client, { market, signed }: AtSpotParameters): AtSpotResult {
  const { signedSpot } = marketOf(client, market);
  if (signedSpot === undefined) return client;
  const bring = { address: signedSpot, abi: signedSpotAbi, functionName: "trySubmit", args: [signed] };
  const bringing = { target: signedSpot, allowFailure: true, callData: encodeCall(bring) };
  const { provider } = client;
  return {
    ...client,
    provider: {
      async request(request) {
        const [asked, tag] = request.params ?? [];
        if (request.method !== "eth_call" || !isAnonymous(asked)) return provider.request(request);
        const calls = [bringing, { target: asked.to, allowFailure: true, callData: asked.data }];
        const call = { address: MULTICALL3, abi: multicall3Abi, functionName: "aggregate3", args: [calls] };
        const transaction = { to: MULTICALL3, data: encodeCall(call) };
        const answer = await provider.request({ method: "eth_call", params: [transaction, tag] });
        const results = decodeAnswer(call, answer as `0x${string}`) as readonly Result[];
        const refused = results.find(({ success }) => !success);
        if (refused !== undefined) throw await refusalOf(refused.returnData);
        return results.at(-1)?.returnData;
      },
    },
  };
}

interface Result {
  readonly success: boolean;
  readonly returnData: string;
}

/** Whether a call says nothing of who calls: another may make it then. */
function isAnonymous(call: unknown): call is { readonly to: string; readonly data: string } {
  return typeof call === "object" && call !== null && !("from" in call);
}
