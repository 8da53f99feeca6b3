import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { SdkError } from "@bulkhead/sdk";
import { z } from "zod";

import { UsageError } from "./UsageError.ts";

const Address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "expected an address");
const Token = z.object({ address: Address, symbol: z.string(), decimals: z.number().int() });

const Vault = z.object({
  kind: z.enum(["call", "put"]),
  tier: z.string(),
  name: z.string(),
  symbol: z.string(),
  address: Address,
  optionToken: Address,
  queue: Address,
});

const Market = z.object({
  name: z.string(),
  underlying: Token,
  quote: Token,
  underlyingAggregator: Address,
  quoteAggregator: Address,
  priceFeed: Address,
  signedSpot: Address.optional(),
  expiryPrice: Address,
  surface: Address,
  oracle: Address,
  vaults: z.array(Vault).min(1),
});

/** What of `addresses.json` the commands use. */
const Record = z.object({
  chainId: z.number().int().positive(),
  factory: Address,
  router: Address,
  swapRouter: Address,
  permit2: Address,
  uniswapQuoter: Address,
  quoter: Address,
  lens: Address,
  markets: z.array(Market).min(1),
});

/** Where everything of one deployment is. */
export type DeploymentRecord = z.infer<typeof Record>;
export type MarketRecord = z.infer<typeof Market>;

const FOLDER = join("deploy", "deployments");
const FILE = "addresses.json";
const NAME = /^[\w.-]+$/;

/** What a node that `make node` started has its own addresses under. */
const METHOD = "bulkhead_addresses";

/** A node that may know where its deployment is. */
export interface AddressSource {
  send(method: string, params: unknown[]): Promise<unknown>;
}

/**
 * The record of a deployment: that of a place, or where none is named what the node itself says, as the playground's does.
 * @throws UsageError where there is none, or it is no such record
 * @throws NodeUnreachable where the node that is to say it does not answer
 */
export async function openDeployment(
  place: string | undefined,
  node: AddressSource | undefined,
): Promise<DeploymentRecord> {
  if (place !== undefined) return readDeployment(place);
  const answer = await node?.send(METHOD, []).catch((error: unknown) => {
    if (error instanceof SdkError) throw error;
    return undefined;
  });
  if (answer !== undefined && answer !== null) return parse(`the node's ${METHOD}`, answer);
  throw new UsageError({
    expected: "--deployment or BULKHEAD_DEPLOYMENT, the addresses of a deployment",
    got: node === undefined ? "none" : "none, and a node that does not say its own",
    action:
      node === undefined
        ? "give its addresses.json, or its name in deploy/deployments; or --url of a make node, which says its own"
        : "give its addresses.json, or its name in deploy/deployments",
  });
}

/**
 * The record of a deployment: a file, or the name of one in `deploy/deployments/` of this folder or one above.
 * @throws UsageError where there is none, or it is no such record
 */
export function readDeployment(place: string): DeploymentRecord {
  const paths = [place, ...(NAME.test(place) ? recordsNamed(place) : [])];
  const text = firstOf(paths);
  if (text === undefined) {
    throw new UsageError({
      expected: `a deployment: a file ${JSON.stringify(place)}, or one of that name in ${FOLDER} of this folder or one above`,
      got: "neither",
      action: "check the path, or leave it out with --url of a make node, which says its own",
    });
  }
  return parse(place, jsonOf(text));
}

function parse(place: string, value: unknown): DeploymentRecord {
  const result = Record.safeParse(value);
  if (result.success) return result.data;
  const isWrapped = typeof value === "object" && value !== null && "result" in value;
  const [issue] = result.error.issues;
  throw new UsageError({
    expected: `${place} to hold a deployment's addresses`,
    got: issue === undefined || issue.path.length === 0 ? "something else" : wrongAt(issue),
    action: isWrapped
      ? "it is a node's whole answer: keep what is in its result"
      : "take the addresses.json that the deployment wrote",
  });
}

/** What is wrong with a part of a record. */
function wrongAt({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  const place = path.map(String).join(".");
  return /received undefined$/.test(message) ? `none at ${place}` : `another thing at ${place} (${message})`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a deployment of a name may be: in this folder, or any above it. */
function recordsNamed(name: string): string[] {
  const paths: string[] = [];
  for (let folder = resolve("."); ; folder = dirname(folder)) {
    paths.push(join(folder, FOLDER, name, FILE));
    if (folder === dirname(folder)) return paths;
  }
}

function firstOf(paths: readonly string[]): string | undefined {
  for (const path of paths) {
    try {
      return readFileSync(path, "utf8");
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}
