import { OrderError } from "../errors/OrderError.ts";
import { shortened } from "../errors/shortened.ts";
import type { Deployment } from "./Deployment.ts";

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const KINDS: readonly unknown[] = ["call", "put"];

/** Whether a part is as it is to be. */
type Check = (value: unknown) => boolean;

const isAddress: Check = (value) => typeof value === "string" && ADDRESS.test(value);
const isText: Check = (value) => typeof value === "string" && value !== "";
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

const TOKEN = { address: isAddress, symbol: isText, decimals: isCount };
const VAULT = {
  kind: (value: unknown) => KINDS.includes(value),
  symbol: isText,
  address: isAddress,
  optionToken: isAddress,
  queue: isAddress,
};
const MARKET = {
  name: isText,
  underlying: TOKEN,
  quote: TOKEN,
  surface: isAddress,
  oracle: isAddress,
  vaults: [VAULT] as const,
};
const DEPLOYMENT = {
  chainId: isCount,
  factory: isAddress,
  router: isAddress,
  swapRouter: isAddress,
  permit2: isAddress,
  uniswapQuoter: isAddress,
  quoter: isAddress,
  markets: [MARKET] as const,
};

type Shape = Check | { readonly [part: string]: Shape } | readonly [Shape];

/**
 * Requires what `addresses.json` holds, as far as the SDK needs it: it was read from a file or fetched, and its type is a promise.
 * @throws OrderError the first part that is missing or is something else
 */
export function requireDeployment(deployment: Deployment): void {
  const wrong = wrongIn(deployment, { shape: DEPLOYMENT, place: "" });
  if (wrong === undefined) return;
  const { place, value } = wrong;
  throw new OrderError({
    expected: place === "" ? "a deployment's record" : `a deployment's record, with its ${place}`,
    got: value === undefined ? "none" : shortened(JSON.stringify(value)),
    action: "give what the deployment wrote into addresses.json, read as JSON",
  });
}

interface Wrong {
  readonly place: string;
  readonly value: unknown;
}

function wrongIn(
  value: unknown,
  { shape, place }: { readonly shape: Shape; readonly place: string },
): Wrong | undefined {
  if (typeof shape === "function") return shape(value) ? undefined : { place, value };
  const at = (part: string): string => (place === "" ? part : `${place}.${part}`);
  if (isList(shape)) {
    if (!Array.isArray(value)) return { place, value };
    return firstOf(value.map((entry, index) => wrongIn(entry, { shape: shape[0], place: at(String(index)) })));
  }
  if (typeof value !== "object" || value === null) return { place, value };
  const parts = value as Readonly<Record<string, unknown>>;
  return firstOf(Object.entries(shape).map(([part, inner]) => wrongIn(parts[part], { shape: inner, place: at(part) })));
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function firstOf(found: readonly (Wrong | undefined)[]): Wrong | undefined {
  return found.find((one) => one !== undefined);
}
