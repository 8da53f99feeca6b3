import { resolve } from "node:path";

import type { Addresses } from "../../deploy/addresses.ts";
import { recordFile, removeRecord } from "../../deploy/deploy.ts";
import { openWorld } from "../markets/openWorld.ts";
import type { Account } from "../markets/Account.ts";
import { ACCOUNTS, FUNDED_ACCOUNTS, type KnownAccount } from "./accounts.ts";
import { Keepers, type Arrival } from "./Keepers.ts";
import { LocalChain } from "./LocalChain.ts";
import { LocalProvider } from "./LocalProvider.ts";
import { LocalSigner } from "./LocalSigner.ts";
import { DEFAULT_PORT, type NodeRunOptions } from "./options.ts";
import { prepare } from "./prepare.ts";
import { SimulatedMarket } from "./SimulatedMarket.ts";
import { startNode, type NodeOptions } from "./startNode.ts";
import { UsageError } from "./UsageError.ts";

/** JSON-RPC methods that the node has besides a chain's. */
export const METHODS = {
  /** `[seconds]` → `Arrival`: lets time pass as it would by itself; answers when the markets are fresh again. */
  warp: "bulkhead_warp",
  /** `[]` → what `addresses.json` holds. */
  addresses: "bulkhead_addresses",
  /** `[market]` → its signed spot price of the present, `SignedPrice` with numbers as decimal strings. */
  signedSpot: "bulkhead_signedSpot",
} as const;

/** As much as one request may ask for: a caller's patience with an answer has an end. */
export const MOST_SECONDS_A_REQUEST = 7 * 86_400;

/**
 * How long before the present the chain begins, in seconds. Each transaction of the deployment takes a second of its clock and each round
 * of reports minutes of it; when the markets open it is to show the present, and a clock is never turned back.
 */
const HEAD_START = 2 * 3_600;

/** How often keepers look at the chain's clock. */
const FOLLOW_EVERY_MS = 1_000;

export interface RunOptions extends NodeRunOptions, Pick<NodeOptions, "startsAt" | "allowUnlimitedContractSize"> {
  /** The record's name under `deploy/deployments/`; after the node's port by default, since several may run side by side. */
  readonly record?: string;
  /** Called when the node has its port, before anything is deployed. */
  readonly announce?: () => void;
  /** Takes what keepers could not do, in words. */
  readonly complain: (problem: string) => void;
}

/** A node whose markets live. */
export interface LiveNode {
  readonly url: string;
  readonly chainId: number;
  readonly addresses: Addresses;
  /** The absolute path of its `addresses.json`, which is there until the node ends. */
  readonly record: string;
  /** The clock when the markets opened. */
  readonly opened: Arrival;
  close(): Promise<void>;
}

/**
 * Starts a node, deploys the protocol, opens its markets, and has keepers follow the clock from then on.
 * @throws UsageError where the port is taken
 */
export async function runNode(options: RunOptions): Promise<LiveNode> {
  const { port, still, seed, speed, announce, complain, startsAt, allowUnlimitedContractSize = false } = options;
  const node = await startNode({
    port,
    accounts: FUNDED_ACCOUNTS,
    allowUnlimitedContractSize,
    startsAt: startsAt ?? present() - HEAD_START,
  });
  const provider = new LocalProvider(node);
  let addresses: Addresses | undefined;
  const forget = (): void => {
    if (addresses !== undefined) removeRecord(addresses);
  };
  process.once("exit", forget);
  const close = async (): Promise<void> => {
    forget();
    process.off("exit", forget);
    await provider.destroy();
    await node.close();
  };
  try {
    announce?.();
    addresses = await prepare(node, { name: options.record ?? recordNameOf(node.url) });
    const places = addresses;
    const chain = new LocalChain(provider);
    await chain.sync();
    const world = openWorld(provider, places);
    const { priceKeeper, keeper, provider: investor, reporters } = ACCOUNTS;
    const markets = world.venues.map(
      (venue, index) => new SimulatedMarket(venue, { chain, seed, still, index, startsAt: chain.now }),
    );
    const byNode = ({ name, address }: KnownAccount): Account => ({
      name,
      address,
      signer: new LocalSigner(provider, address),
    });
    const byKey = ({ name, address, wallet }: KnownAccount): Account => ({
      name,
      address,
      signer: wallet.connect(provider),
    });
    const keepers = new Keepers(world, {
      chain,
      markets,
      seed,
      still,
      priceKeeper: byNode(priceKeeper),
      keeper: byNode(keeper),
      provider: byNode(investor),
      reporters: reporters.map(byKey),
    });
    const opened = await keepers.open(startsAt === undefined ? present : undefined);
    node.requests.answerLate();
    node.requests.serve(METHODS.addresses, async () => places);
    node.requests.serve(METHODS.signedSpot, async ([market]) => {
      const { price, observedAt, signatures } = await keepers.signSpot(market);
      return { price: String(price), observedAt: String(observedAt), signatures };
    });
    node.requests.serve(METHODS.warp, async ([seconds]) => keepers.warp(parseSeconds(seconds)));
    const following = followClock(keepers, { speed, complain });
    return {
      url: node.url,
      chainId: node.chainId,
      addresses: places,
      record: resolve(recordFile(places)),
      opened,
      close: async () => {
        clearInterval(following);
        await keepers.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Has keepers look at the clock again and again, which runs `speed` times as fast as the real one. */
function followClock(
  keepers: Keepers,
  { speed, complain }: { readonly speed: number; readonly complain: (problem: string) => void },
): NodeJS.Timeout {
  let isFollowing = false;
  let last = performance.now();
  const follow = async (): Promise<void> => {
    const now = performance.now();
    // The chain's own clock runs at the real one's pace already. What a look takes longer than planned is lost, not made up for.
    const seconds = Math.min((now - last) / 1_000, 2) * (speed - 1);
    last = now;
    await keepers.follow(seconds);
    keepers.takeProblems().forEach(complain);
  };
  return setInterval(() => {
    if (isFollowing) return;
    isFollowing = true;
    follow()
      .catch((error: unknown) => complain(String(error)))
      .finally(() => {
        isFollowing = false;
      });
  }, FOLLOW_EVERY_MS);
}

/** "local" at the usual port, "local-40123" at another. */
export function recordNameOf(url: string): string {
  const port = Number(new URL(url).port);
  return port === DEFAULT_PORT ? "local" : `local-${port}`;
}

/** Unix seconds. */
function present(): number {
  return Math.floor(Date.now() / 1_000);
}

function parseSeconds(value: unknown): number {
  const seconds = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
  if (Number.isInteger(seconds) && seconds > 0 && seconds <= MOST_SECONDS_A_REQUEST) return seconds;
  throw new UsageError({
    expected: `whole seconds from 1 to ${MOST_SECONDS_A_REQUEST}`,
    got: value === undefined ? "nothing" : JSON.stringify(value),
    action: "ask for a longer time in parts, or use make warp",
  });
}
