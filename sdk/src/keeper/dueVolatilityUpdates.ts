import type { Client } from "../client/connect.ts";
import { marketOf } from "../client/marketOf.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { premiumOracleAbi, realisedVolatilityAbi } from "./abis.ts";
import { attempt, type Due } from "./doDue.ts";

export interface DueVolatilityUpdatesParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Seconds from one observation to the next; 3600 by default. The chain takes none that is nearer than its own minimum. */
  readonly every?: bigint | number;
}

/** A realised volatility whose last observation is old. */
export interface DueVolatilityUpdate extends Due {
  /** The market's name. */
  readonly market: string;
  /** `IRealisedVolatility` */
  readonly address: string;
  /** Of the last observation, unix seconds; zero before the first. */
  readonly observedAt: bigint;
}

/** One at most. */
export type DueVolatilityUpdatesResult = readonly DueVolatilityUpdate[];

const HOUR = 3_600;

/**
 * Whether a market's realised volatility is to see the present price.
 * @throws OrderError where the deployment has no such market
 * @example
 * const [due] = await dueVolatilityUpdates(client, { every: 900 });
 */
export async function dueVolatilityUpdates(
  client: Client,
  { market, every = HOUR }: DueVolatilityUpdatesParameters = {},
): Promise<DueVolatilityUpdatesResult> {
  const { name, oracle } = marketOf(client, market);
  const address = await read(client, {
    address: oracle,
    abi: premiumOracleAbi,
    functionName: "realisedVolatility",
    args: [],
  });
  const last = batchCall({ address, abi: realisedVolatilityAbi, functionName: "lastObservation", args: [] });
  const { results, block } = await readBatch(client, { calls: [last] });
  const [, observedAt] = results[0];
  if (block.timestamp < observedAt + BigInt(every)) return [];
  const { refusal } = await attempt(read(client, updateOf(address)));
  return [{ market: name, address, observedAt, refusal }];
}

/** The call that takes an observation. */
export function updateOf(address: string) {
  return { address, abi: realisedVolatilityAbi, functionName: "update", args: [] } as const;
}
