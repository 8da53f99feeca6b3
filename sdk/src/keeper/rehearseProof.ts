import type { Client } from "../client/connect.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import { expiryPriceAbi } from "./abis.ts";
import { expiryPriceOf } from "./expiryPriceOf.ts";
import { KeeperError } from "./KeeperError.ts";
import { startRound } from "./startRound.ts";

export interface RehearseProofParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Unix seconds. */
  readonly expiry: bigint | number;
  /** Rounds of the aggregators that one transaction walks at most, 1 to 512, which is the default. */
  readonly maxRounds?: bigint;
}

/** WAD quote per underlying; zero where one transaction does not get to the end. */
export type RehearseProofResult = bigint;

const MOST_ROUNDS = 512n;
const NO_AGGREGATOR = /^0x0{40}$/;

/**
 * The settlement price that the next transaction of an expiry's proof would come to, without sending it.
 * @returns WAD quote per underlying: the price where it is fixed already, zero where the proof takes more than one transaction
 * @throws ContractError where the chain refuses: before the expiry has passed, or where a round is missing or stood for too long
 * @throws KeeperError where the market has no vault, an aggregator has no round from before the averaging window, or a transaction is to
 * walk fewer than 1 or more than 512 rounds
 * @throws OrderError where the deployment has no such market
 * @example
 * const [due] = await dueProofs(client);
 * const price = await rehearseProof(client, { expiry: due.expiry });
 */
export async function rehearseProof(client: Client, parameters: RehearseProofParameters): Promise<RehearseProofResult> {
  const { fixed, walk } = await proofCallsOf(client, parameters);
  const price = await read(client, fixed);
  return price === 0n ? read(client, await walk()) : price;
}

/** Calls of a proof: the price, which is zero until it is fixed, and the one that walks on. */
export async function proofCallsOf(
  client: Client,
  { market, expiry: time, maxRounds = MOST_ROUNDS }: RehearseProofParameters,
) {
  if (maxRounds < 1n || maxRounds > MOST_ROUNDS) {
    throw new KeeperError({
      expected: `1 to ${MOST_ROUNDS} rounds a transaction`,
      got: String(maxRounds),
      action: "leave maxRounds out for as many as the chain takes",
    });
  }
  const expiry = BigInt(time);
  const address = await expiryPriceOf(client, market);
  const contract = { address, abi: expiryPriceAbi } as const;
  return {
    fixed: { ...contract, functionName: "priceOf", args: [expiry] } as const,
    walk: async () => {
      const [round, quoteRound] = await startOf(client, { address, expiry });
      return { ...contract, functionName: "prove", args: [expiry, round, quoteRound, maxRounds] } as const;
    },
  };
}

interface Walk {
  readonly address: string;
  readonly expiry: bigint;
}

/** Where the walk begins; where one was begun it is for the chain to know, which looks at no start round again. */
async function startOf(client: Client, { address, expiry }: Walk): Promise<readonly [bigint, bigint]> {
  const contract = { address, abi: expiryPriceAbi } as const;
  const { results } = await readBatch(client, {
    calls: [
      batchCall({ ...contract, functionName: "cursorOf", args: [expiry] }),
      batchCall({ ...contract, functionName: "averagingWindow", args: [] }),
      batchCall({ ...contract, functionName: "underlyingAggregator", args: [] }),
      batchCall({ ...contract, functionName: "quoteAggregator", args: [] }),
    ],
  });
  const [[round, quoteRound, provenUntil], window, underlying, quote] = results;
  if (provenUntil !== 0n) return [round, quoteRound];
  const time = expiry - window;
  return Promise.all([
    startRound(client, { aggregator: underlying, time }),
    NO_AGGREGATOR.test(quote) ? 0n : startRound(client, { aggregator: quote, time }),
  ]);
}
