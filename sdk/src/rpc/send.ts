import type { Abi } from "abitype";

import { TransactionError } from "../errors/TransactionError.ts";
import type { Connection } from "./Connection.ts";
import { encodeCall, type AnyCall, type CallResult, type ContractCall, type FunctionName } from "./abiCoder.ts";
import { explained } from "./explained.ts";
import { prepare, type PlainTransaction, type Transaction } from "./prepare.ts";
import type { Receipt } from "./Receipt.ts";
import { ask, read } from "./read.ts";
import { waitForReceipt } from "./waitForReceipt.ts";

export interface SendOptions {
  readonly from: string;
  /** Whether to attach an access list where that takes less gas. */
  readonly accessList?: boolean;
}

/**
 * Sends a call and waits until it is mined.
 * @throws ContractError where the contract refuses it
 * @throws TransactionError where it was mined and failed without a reason
 */
export async function send<const abi extends Abi, name extends FunctionName<abi>>(
  connection: Connection,
  call: ContractCall<abi, name>,
  { from, accessList = false }: SendOptions,
): Promise<Receipt> {
  const plain = transactionOf(call, from);
  return sendPrepared(connection, await prepare(connection, plain, { accessList }));
}

/** A call as a transaction to come. */
export function transactionOf<const abi extends Abi, name extends FunctionName<abi>>(
  call: ContractCall<abi, name>,
  from: string,
): PlainTransaction {
  return { from, to: call.address, data: encodeCall(call as unknown as AnyCall) };
}

/**
 * Sends what was prepared and waits until it is mined.
 * @throws ContractError where the contract refuses it all the same
 * @throws TransactionError where it was mined and failed without a reason
 */
export async function sendPrepared(connection: Connection, transaction: Transaction): Promise<Receipt> {
  const sent = connection.provider.request({ method: "eth_sendTransaction", params: [transaction] });
  const hash = await explained(sent, { connection, call: transaction });
  const receipt = await waitForReceipt(connection, String(hash));
  if (receipt.status === 1) return receipt;
  throw await failureOf(connection, { receipt, transaction });
}

/** Rehearses a call, sends it, and waits until it is mined: what it returned in the rehearsal, and its receipt. */
export async function rehearseAndSend<const abi extends Abi, name extends FunctionName<abi>>(
  connection: Connection,
  call: ContractCall<abi, name>,
  options: SendOptions,
): Promise<{ result: CallResult<abi, name>; receipt: Receipt }> {
  const result = await read(connection, call, { from: options.from });
  return { result, receipt: await send(connection, call, options) };
}

/** Why a transaction failed: it changed nothing, so a call to what its block left fails alike. */
async function failureOf(
  connection: Connection,
  { receipt, transaction }: { receipt: Receipt; transaction: Transaction },
): Promise<unknown> {
  const { from } = transaction;
  const again = ask(connection, transaction, { from, block: receipt.blockNumber });
  const reason: unknown = await explained(again, { connection, call: transaction }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return (
    reason ??
    new TransactionError(receipt.hash, {
      expected: `transaction ${receipt.hash} to succeed`,
      got: `a revert in block ${receipt.blockNumber} after ${receipt.gasUsed} of ${BigInt(transaction.gas)} gas, whose reason is gone`,
      action: "the market moved before it was mined: plan and send it again",
    })
  );
}
