import type { Client } from "../client/connect.ts";
import { senderOf } from "../client/senderOf.ts";
import { read } from "../rpc/read.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { rehearseAndSend } from "../rpc/send.ts";
import { attempt } from "./doDue.ts";
import { proofCallsOf, type RehearseProofParameters } from "./rehearseProof.ts";

export type ProveExpiryParameters = RehearseProofParameters;

export interface ProveExpiryResult {
  /** The settlement price, WAD quote per underlying. */
  readonly price: bigint;
  /** One a transaction; none where the price was fixed before. */
  readonly receipts: readonly Receipt[];
}

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
  const { fixed, walk } = await proofCallsOf(client, parameters);
  const receipts: Receipt[] = [];
  let price = await read(client, fixed);
  if (price !== 0n) return { price, receipts };
  const from = await senderOf(client);
  const prove = await walk();
  while (price === 0n) {
    const { refusal, ...walked } = await attempt(rehearseAndSend(client, prove, { from }));
    if (refusal !== undefined && refusal.errorName !== FIXED) throw refusal;
    if ("result" in walked) receipts.push(walked.result.receipt);
    price = await read(client, fixed);
  }
  return { price, receipts };
}
