import type { Abi } from "abitype";

import type { ContractCall, FunctionName } from "../rpc/abiCoder.ts";
import { blockOf } from "../rpc/blockOf.ts";
import { prepare, type PlainTransaction, type Transaction } from "../rpc/prepare.ts";
import type { Receipt } from "../rpc/Receipt.ts";
import { sendPrepared, transactionOf } from "../rpc/send.ts";
import { sleep } from "../rpc/sleep.ts";
import type { Client } from "./connect.ts";
import { isOfTheFuture, observedSoon } from "./observedSoon.ts";

/** Milliseconds: some slots. */
const LONGEST_WAIT = 60_000;

/**
 * Sends something signed, and waits until it is mined. What was observed after the latest block is tried on the pending block, and where
 * the node has none on the next: nothing is sent that was not tried, nothing refused that the chain would take.
 * @throws ContractError where the contract refuses it
 */
export async function sendObserved<const abi extends Abi, name extends FunctionName<abi>>(
  client: Client,
  call: ContractCall<abi, name>,
  { from }: { readonly from: string },
): Promise<Receipt> {
  return sendPrepared(client, await prepareObserved(client, transactionOf(call, from)));
}

async function prepareObserved(client: Client, plain: PlainTransaction): Promise<Transaction> {
  try {
    return await prepare(client, plain);
  } catch (refusal) {
    if (!isOfTheFuture(refusal)) throw refusal;
  }
  let observedAt: bigint | undefined;
  try {
    return await prepare(client, plain, { block: "pending" });
  } catch (refusal) {
    observedAt = observedSoon(refusal);
    if (observedAt === undefined) throw refusal;
  }
  await timePasses(client, observedAt);
  return prepare(client, plain);
}

/** Waits for a block of that time, no longer than some slots. */
async function timePasses(client: Client, time: bigint): Promise<void> {
  const end = Date.now() + LONGEST_WAIT;
  while ((await blockOf(client)).timestamp < time && Date.now() < end) await sleep(client.pollingInterval);
}
