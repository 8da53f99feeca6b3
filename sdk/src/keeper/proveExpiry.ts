import type { Client } from "../client/connect.ts";
import { senderOf } from "../client/senderOf.ts";
import { read } from "../rpc/read.ts";
import { batchCall, readBatch } from "../rpc/readBatch.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { expiryPriceAbi } from "./abis.ts";
import { expiryPriceOf } from "./expiryPriceOf.ts";
import { attempt } from "./doDue.ts";
import { KeeperError } from "./KeeperError.ts";
import { startRound } from "./startRound.ts";

export interface ProveExpiryParameters {
  /** The market's name; the client's by default. */
  readonly market?: string | undefined;
  /** Unix seconds. */
  readonly expiry: bigint | number;
  /** Rounds of the aggregators that one transaction walks at most, 1 to 512, which is the default. */
  readonly maxRounds?: bigint;
}

export interface ProveExpiryResult {
  /** The settlement price, WAD quote per underlying. */
  readonly price: bigint;
  /** One a transaction; none where the price was fixed before. */
  readonly receipts: readonly Receipt[];
}

const MOST_ROUNDS = 512n;
const NO_AGGREGATOR = /^0x0{40}$/;
/** Somebody else was first. */
const FIXED = "AlreadyFixed";

/**
 * Proves an expiry's settlement price from its aggregators' rounds, in as many transactions as that takes, and goes on where another
 * proof has stopped. Anyone may; where the price is fixed nothing is sent.
 * @throws ContractError where the chain refuses: before the expiry has passed, or where a round is missing or stood for too long
 * @throws KeeperError where the market has no vault, an aggregator has no round from before the averaging window, or a transaction is to
 * walk fewer than 1 or more than 512 rounds
 * @throws OrderError where the deployment has no such market, or the client can only read
 * @example
 * const [due] = await dueProofs(client);
 * const { price, receipts } = await proveExpiry(client, { expiry: due.expiry });
 */
export async function proveExpiry(client: Client, parameters: ProveExpiryParameters): Promise<ProveExpiryResult> {
  const { market, maxRounds = MOST_ROUNDS } = parameters;
  if (maxRounds < 1n || maxRounds > MOST_ROUNDS) {
    throw new KeeperError({
      expected: `1 to ${MOST_ROUNDS} rounds a transaction`,
      got: String(maxRounds),
      action: "leave maxRounds out for as many as the chain takes",
    });
  }
  const expiry = BigInt(parameters.expiry);
  const address = await expiryPriceOf(client, market);
  const contract = { address, abi: expiryPriceAbi } as const;
  const receipts: Receipt[] = [];
  let price = await read(client, { ...contract, functionName: "priceOf", args: [expiry] });
  if (price !== 0n) return { price, receipts };
  const from = await senderOf(client);
  const [round, quoteRound] = await startOf(client, { address, expiry });
  const prove = { ...contract, functionName: "prove", args: [expiry, round, quoteRound, maxRounds] } as const;
  while (price === 0n) {
    const { refusal, ...walked } = await attempt(rehearseAndSend(client, prove, { from }));
    if (refusal !== undefined && refusal.errorName !== FIXED) throw refusal;
    if ("result" in walked) receipts.push(walked.result.receipt);
    price = await read(client, { ...contract, functionName: "priceOf", args: [expiry] });
  }
  return { price, receipts };
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
