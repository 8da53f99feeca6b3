import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

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

/**
 * The record of a deployment: a file, or the name of one in `deploy/deployments/` of this folder or one above.
 * @throws UsageError where there is none, or it is no such record
 */
export function readDeployment(place: string | undefined): DeploymentRecord {
  if (place === undefined) {
    throw new UsageError({
      expected: "--deployment or BULKHEAD_DEPLOYMENT, the addresses of a deployment",
      got: "none",
      action: "give its addresses.json, or its name in deploy/deployments",
    });
  }
  const paths = [place, ...(NAME.test(place) ? recordsNamed(place) : [])];
  const text = firstOf(paths);
  if (text === undefined) {
    throw new UsageError({
      expected: `a file ${place}, or a deployment of that name in ${FOLDER}`,
      got: "neither",
      action: "check the path; make node writes one named local",
    });
  }
  return parse(place, text);
}

function parse(place: string, text: string): DeploymentRecord {
  const result = Record.safeParse(jsonOf(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError({
    expected: `${place} to hold a deployment's addresses`,
    got: issue === undefined || issue.path.length === 0 ? "something else" : wrongAt(issue),
    action: "take the addresses.json that the deployment wrote",
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
