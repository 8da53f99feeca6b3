import { parseArgs } from "node:util";

import type { SignedPrice } from "@bulkhead/sdk";
import { HDNodeWallet, JsonRpcProvider } from "ethers";
import { z } from "zod";

import { Addresses } from "../../deploy/addresses.ts";
import { askNode, DEFAULT_URL } from "../node/askNode.ts";
import { UsageError } from "../node/UsageError.ts";

const SignedSpot = z.object({
  price: z.coerce.bigint(),
  observedAt: z.coerce.bigint(),
  signatures: z.array(z.string()),
});

/** The node's own, worth nothing. */
const MNEMONIC = "test test test test test test test test test test test junk";
const HOUR = 3_600;

/**
 * The node at `--url`, that of `make node` by default: where everything is, and an hour from now by its clock.
 * @throws UsageError where there is none
 */
export async function openNode(args: readonly string[]) {
  const url = parseUrl(args);
  const addresses = Addresses.parse(await askNode(url, "bulkhead_addresses"));
  const provider = new JsonRpcProvider(url, addresses.chainId, {
    staticNetwork: true,
    cacheTimeout: -1, // it mines at once: nothing that it said a moment ago may be taken from a cache
    pollingInterval: 50,
  });
  const latest = await provider.getBlock("latest");
  return {
    provider,
    addresses,
    deadline: BigInt((latest?.timestamp ?? 0) + HOUR),
    /** What a market's reporters sign at present. */
    signedSpot: async (market: string): Promise<SignedPrice> =>
      SignedSpot.parse(await askNode(url, "bulkhead_signedSpot", [market])),
  };
}

/** One of its users, counted from 1. */
export function userOf(number: number): HDNodeWallet {
  return HDNodeWallet.fromPhrase(MNEMONIC, undefined, `m/44'/60'/0'/0/${number - 1}`);
}

function parseUrl(args: readonly string[]): string {
  try {
    return parseArgs({ args: [...args], options: { url: { type: "string", default: DEFAULT_URL } } }).values.url;
  } catch (error) {
    throw new UsageError({
      expected: "--url URL or nothing",
      got: args.join(" "),
      action: error instanceof Error ? error.message : String(error),
    });
  }
}
