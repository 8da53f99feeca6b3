import { fetchSpot, formatWad, marketOf, type BroughtPrice, type OrderLeg, type SignedPrice } from "@bulkhead/sdk";
import { Option } from "@commander-js/extra-typings";
import { z } from "zod";

import { formatDuration, formatWadNumber } from "./format.ts";
import type { Facts } from "./Output.ts";
import { parseUrl } from "./parse.ts";
import type { Mined } from "./receipts.ts";
import { nextTime } from "./RpcNode.ts";
import type { Session } from "./session.ts";

const METHOD = "bulkhead_signedSpot";
const TIMEOUT_MS = 5_000;

/** What the method answers. */
const Signed = z.object({
  price: z.coerce.bigint(),
  observedAt: z.coerce.bigint(),
  signatures: z.array(z.string().regex(/^0x([0-9a-fA-F]{2})+$/)),
});
const Answer = z.object({ result: Signed.nullish(), error: z.object({ message: z.string() }).optional() });

export interface SpotOptions {
  readonly spotUrl?: string;
  /** False with `--no-spot`. */
  readonly spot: boolean;
}

/** `--spot-url` and `--no-spot`, for what is priced by spot. */
export function spotOptions() {
  return [
    new Option("--spot-url <url>", `where signed spot prices are asked for (${METHOD}); the node itself by default`)
      .env("BULKHEAD_SPOT_URL")
      .argParser((text) => parseUrl(text, "--spot-url")),
    new Option("--no-spot", "bring no signed spot price"),
  ] as const;
}

/** A signed spot price for the market, where one is to be had, and how it is said. */
export interface Spot {
  /** The latest, asked anew: those of a minute ago may be too old. Nothing where the chain would not take it. */
  readonly pricesFor: (legs: readonly OrderLeg[]) => Promise<readonly BroughtPrice[]>;
  /** Whether one came with a transaction and counted: nobody had brought it before. */
  readonly isBroughtBy: (mined: Mined) => boolean;
  readonly facts: Facts;
  readonly record: { readonly price: string; readonly observedAt: number } | null;
}

/** Asks for the market's signed spot price. An order that gets none goes at the push feed's price, and says so. */
export async function openSpot(session: Session, { spot: isWanted, spotUrl }: SpotOptions): Promise<Spot> {
  const { client, node, url } = session;
  const place = spotUrl ?? url;
  const where = spotUrl === undefined ? "the node" : new URL(spotUrl).host;
  const none = (why: string): Spot => ({
    pricesFor: async () => Promise.resolve([]),
    isBroughtBy: () => false,
    facts: [["spot", `the push feed's: ${why}`]],
    record: null,
  });
  if (!isWanted) return none("no signed price is wanted");
  const { signedSpot } = marketOf(client);
  if (signedSpot === undefined) return none("the market has no signed prices");
  let failure: string | undefined;
  const ask = async (): Promise<SignedPrice | undefined> =>
    fetchSpot(client, {
      fetcher: async (market) => {
        const answer = await askFor(place, market);
        if (typeof answer !== "string") return answer;
        failure = answer;
        return undefined;
      },
    });
  const [signed, now] = [await ask(), await nextTime(node)];
  if (signed === undefined) {
    return none(failure === undefined ? "the chain has the same signed price or a newer one" : `${where} ${failure}`);
  }
  const age = formatDuration(Math.max(0, now - Number(signed.observedAt)));
  return {
    pricesFor: async ([first]) => {
      const latest = first === undefined ? undefined : await ask();
      return latest === undefined || first === undefined ? [] : [{ vault: first.vault, signed: latest }];
    },
    isBroughtBy: ({ logs }) => logs.some(({ address }) => address.toLowerCase() === signedSpot.toLowerCase()),
    facts: [
      ["spot", `signed, ${formatWadNumber(signed.price)} of ${age} ago, from ${where}; the latest is brought along`],
    ],
    record: { price: formatWad(signed.price), observedAt: Number(signed.observedAt) },
  };
}

/** A market's signed price, or why there is none. */
async function askFor(url: string, market: string): Promise<SignedPrice | string> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: METHOD, params: [market] });
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer = Answer.safeParse(await response.json());
    if (!answer.success) return "answers something else than a signed price";
    return answer.data.result ?? "has none";
  } catch {
    return "does not answer";
  }
}
