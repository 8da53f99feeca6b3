import type { Abi } from "abitype";

import { blockOf, type Block } from "./blockOf.ts";
import type { Connection } from "./Connection.ts";
import type { Eip1193Provider } from "./Eip1193Provider.ts";
import {
  decodeAnswer,
  encodeCall,
  type AnyCall,
  type CallResult,
  type ContractCall,
  type FunctionName,
} from "./abiCoder.ts";
import { explained, refusalOf } from "./explained.ts";
import { toQuantity } from "./hex.ts";
import { MULTICALL3, multicall3Abi } from "./multicall3Abi.ts";
import { ask, read } from "./read.ts";

/** A call for a batch, with its type kept for the batch's result. */
export interface BatchCall<Result> extends AnyCall {
  /** Never there: it carries the type. */
  readonly result?: Result;
}

export interface ReadBatchParameters<Calls extends readonly BatchCall<unknown>[]> {
  readonly calls: Calls;
  /** The block's number; the latest by default. */
  readonly block?: bigint;
}

export interface ReadBatchResult<Calls extends readonly BatchCall<unknown>[]> {
  /** In the order of the calls. */
  readonly results: { readonly [Index in keyof Calls]: Calls[Index] extends BatchCall<infer Result> ? Result : never };
  /** The block that all of them are of. */
  readonly block: Block;
}

/** Whether a provider's chain has Multicall3: asked once. */
const known = new WeakMap<Eip1193Provider, Promise<boolean>>();

/**
 * A call for `readBatch`, typed by its ABI.
 * @example
 * const call = batchCall({ address: client.deployment.quoter, abi: quoterAbi, functionName: "freshUntil", args: [vault.address] });
 * const { results } = await readBatch(client, { calls: [call] });
 */
export function batchCall<const abi extends Abi, name extends FunctionName<abi>>(
  call: ContractCall<abi, name>,
): BatchCall<CallResult<abi, name>> {
  return call as unknown as BatchCall<CallResult<abi, name>>;
}

/**
 * Many reads at one block: one request where the chain has Multicall3, else one each at the same block number. What a batch has
 * too little gas for is asked by itself.
 * @throws ContractError the first call's that a contract refuses
 * @example
 * const { results, block } = await readBatch(client, {
 *   calls: client.vaults.map(({ address }) => batchCall({ address, abi: optionVaultAbi, functionName: "accounts", args: [] })),
 * });
 */
export async function readBatch<const Calls extends readonly BatchCall<unknown>[]>(
  connection: Connection,
  { calls, block: number }: ReadBatchParameters<Calls>,
): Promise<ReadBatchResult<Calls>> {
  const [block, hasMulticall] = await Promise.all([
    blockOf(connection, number),
    calls.length > 1 ? multicallIn(connection) : false,
  ]);
  const data = calls.map(encodeCall);
  const alone = async (index: number): Promise<`0x${string}`> => {
    const call = { to: calls[index]?.address ?? "", data: data[index] ?? "0x" };
    return explained(ask(connection, call, { block: block.number }), { connection, call });
  };
  const answers = hasMulticall
    ? await together(connection, { calls, data, block: block.number, alone })
    : await Promise.all(calls.map((_, index) => alone(index)));
  const results = calls.map((call, index) => decodeAnswer(call, answers[index] ?? "0x"));
  return { results: results as unknown as ReadBatchResult<Calls>["results"], block };
}

interface Batch {
  readonly calls: readonly AnyCall[];
  readonly data: readonly `0x${string}`[];
  readonly block: bigint;
  readonly alone: (index: number) => Promise<`0x${string}`>;
}

async function together(connection: Connection, { calls, data, block, alone }: Batch): Promise<`0x${string}`[]> {
  const args = calls.map(({ address }, index) => ({
    target: address,
    allowFailure: true,
    callData: data[index] ?? "0x",
  }));
  const call = { address: MULTICALL3, abi: multicall3Abi, functionName: "aggregate3", args: [args] } as const;
  // A node that gives a call too little gas for all of them fails the batch as a whole, or the last ones without a reason.
  const answers = await read(connection, call, { block }).catch(() => undefined);
  return Promise.all(
    calls.map(async ({ address: to }, index) => {
      const answer = answers?.[index];
      if (answer === undefined || (!answer.success && answer.returnData === "0x")) return alone(index);
      if (!answer.success) {
        throw await refusalOf(answer.returnData, { connection, call: { to, data: data[index] ?? "0x" } });
      }
      return answer.returnData;
    }),
  );
}

function multicallIn({ provider }: Connection): Promise<boolean> {
  const asked =
    known.get(provider) ??
    provider
      .request({ method: "eth_getCode", params: [MULTICALL3, "latest"] })
      .then((code) => typeof code === "string" && code !== "0x" && code !== toQuantity(0));
  known.set(provider, asked);
  asked.catch(() => known.delete(provider));
  return asked;
}
