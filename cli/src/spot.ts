import { fetchSpot, formatWad, marketOf, type BroughtPrice, type OrderLeg, type SignedPrice } from "@bulkhead/sdk";
import { Option } from "@commander-js/extra-typings";
import { z } from "zod";

import { formatDuration, formatWadNumber } from "./format.ts";
import type { Facts } from "./Output.ts";
import { parseUrl } from "./parse.ts";
import type { Mined } from "./receipts.ts";
import { isPassingStatus, nextTime } from "./RpcNode.ts";
import type { Session } from "./session.ts";
import { UsageError } from "./UsageError.ts";

const METHOD = "bulkhead_signedSpot";
const TIMEOUT_MS = 5_000;
/** On every chain that has it. */
const MULTICALL3 = "0xcA11bde05977b3631167028862bE2a173976CA11";

/** What the method answers. */
const Signed = z.object({
  price: z.coerce.bigint(),
  observedAt: z.coerce.bigint(),
  signatures: z.array(z.string().regex(/^0x([0-9a-fA-F]{2})+$/)),
});
const Answer = z
  .object({ result: Signed.nullish(), error: z.object({ message: z.string() }).optional() })
  .refine((answer) => "result" in answer || "error" in answer);

export interface SpotOptions {
  readonly spotUrl?: string;
  /** False with `--no-spot`. */
  readonly spot: boolean;
}

/** `--spot-url` and `--no-spot`, for what is priced by spot. */
export function spotOptions() {
  return [
    new Option(
      "--spot-url <url>",
      `where signed spot prices are asked for, by JSON-RPC alone (POST, ${METHOD}); the node by default`,
    )
      .env("BULKHEAD_SPOT_URL")
      .argParser((text) => parseUrl(text, "--spot-url")),
    new Option("--no-spot", "bring no signed spot price"),
  ] as const;
}

/** A signed spot price for the market, where one is to be had, and how it is said. */
export interface Spot {
  /** At which an order is to be planned; nothing where the chain has as new a one, or cannot be asked at another. */
  readonly signed: SignedPrice | undefined;
  /** What an order is to bring when it is sent: the latest, for the one that it was planned at ages meanwhile. */
  readonly pricesFor: (legs: readonly OrderLeg[]) => Promise<readonly BroughtPrice[]>;
  /** Whether one came with a transaction and counted: nobody had brought it before. */
  readonly isBroughtBy: (mined: Mined) => boolean;
  readonly facts: Facts;
  readonly record: { readonly price: string; readonly observedAt: number } | null;
}

/**
 * Asks for the market's signed spot price. An order that gets none goes at the push feed's price, and says so.
 * @throws UsageError where the place that was named answers something else
 */
export async function openSpot(session: Session, { spot: isWanted, spotUrl }: SpotOptions): Promise<Spot> {
  const { client, node, url } = session;
  const place = spotUrl ?? url;
  const where = spotUrl === undefined ? "the node" : new URL(spotUrl).host;
  const none = (why: string): Spot => ({
    signed: undefined,
    pricesFor: async () => Promise.resolve([]),
    isBroughtBy: () => false,
    facts: [["spot", `the push feed's: ${why}`]],
    record: null,
  });
  if (!isWanted) return none("no signed price is wanted");
  const { signedSpot } = marketOf(client);
  if (signedSpot === undefined) return none("the market has no signed prices");
  let failure: NoPrice | undefined;
  const ask = async (): Promise<SignedPrice | undefined> =>
    fetchSpot(client, {
      fetcher: async (market) => {
        const answer = await askFor(place, market);
        if (answer instanceof NoPrice) failure = answer;
        else return answer;
        return undefined;
      },
    });
  const signed = await ask();
  if (failure?.isOther === true && spotUrl !== undefined) {
    throw new UsageError({
      expected: `--spot-url to answer ${METHOD} over JSON-RPC, {"result":{"price","observedAt","signatures"}}`,
      got: `something else from ${where}`,
      action: "check the URL, leave it out to ask the node, or add --no-spot",
    });
  }
  const [now, canPlan] = await Promise.all([nextTime(node), hasMulticall(session)]);
  if (signed === undefined && failure !== undefined) return none(`${where} ${failure.why}`);
  const spot = {
    signed: canPlan ? signed : undefined,
    pricesFor: async ([first]: readonly OrderLeg[]) => {
      const latest = (await ask()) ?? signed;
      return latest === undefined || first === undefined ? [] : [{ vault: first.vault, signed: latest }];
    },
    isBroughtBy: ({ logs }: Mined) => logs.some(({ address }) => address.toLowerCase() === signedSpot.toLowerCase()),
  };
  if (signed === undefined) {
    return {
      ...spot,
      facts: [
        [
          "spot",
          "the chain's: it has one as new as what is signed, or would not take that; a later one is brought along",
        ],
      ],
      record: null,
    };
  }
  const age = formatDuration(Math.max(0, now - Number(signed.observedAt)));
  return {
    ...spot,
    facts: [
      ["spot", `signed, ${formatWadNumber(signed.price)} of ${age} ago, from ${where}; the latest is brought along`],
    ],
    record: { price: formatWad(signed.price), observedAt: Number(signed.observedAt) },
  };
}

/** Whether the chain can be asked what it would quote at a price that it does not have yet. */
async function hasMulticall({ node }: Session): Promise<boolean> {
  return (await node.getCode(MULTICALL3)) !== "0x";
}

/** Why there is no price. */
class NoPrice {
  readonly why: string;
  /** Whether something answered, and does not speak of signed prices at all. */
  readonly isOther: boolean;

  constructor(why: string, { isOther = false }: { readonly isOther?: boolean } = {}) {
    this.why = why;
    this.isOther = isOther;
  }
}

/** A market's signed price, or why there is none. */
async function askFor(url: string, market: string): Promise<SignedPrice | NoPrice> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: METHOD, params: [market] });
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) };
  let text: string;
  try {
    const response = await fetch(url, request);
    if (isPassingStatus(response.status)) return new NoPrice("does not answer");
    text = await response.text();
  } catch {
    return new NoPrice("does not answer");
  }
  const answer = Answer.safeParse(jsonOf(text));
  if (!answer.success) return new NoPrice("answers something else than a signed price", { isOther: true });
  return answer.data.result ?? new NoPrice("has none");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
