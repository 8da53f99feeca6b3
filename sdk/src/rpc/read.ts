import type { Abi } from "abitype";

import { NodeError } from "../errors/NodeError.ts";
import type { Connection } from "./Connection.ts";
import {
  decodeAnswer,
  encodeCall,
  type AnyCall,
  type CallResult,
  type ContractCall,
  type FunctionName,
} from "./abiCoder.ts";
import { explained } from "./explained.ts";
import { isHex, toQuantity } from "./hex.ts";

/** How a call is made without sending it. */
export interface ReadOptions {
  /** Who calls; nobody by default. */
  readonly from?: string;
  /** The block's number, or the one to come; the latest by default. */
  readonly block?: bigint | "pending" | undefined;
}

/**
 * What a contract answers, or what a transaction would return, without sending anything.
 * @throws ContractError where it refuses
 * @throws NodeError where there is no such contract at the address
 */
export async function read<const abi extends Abi, name extends FunctionName<abi>>(
  connection: Connection,
  call: ContractCall<abi, name>,
  options: ReadOptions = {},
): Promise<CallResult<abi, name>> {
  const known = call as unknown as AnyCall;
  const data = encodeCall(known);
  const asked = { to: call.address, data };
  const answer = await explained(ask(connection, asked, options), { connection, call: asked });
  return decodeAnswer(known, answer) as CallResult<abi, name>;
}

/** One `eth_call`. */
export async function ask(
  { provider }: Connection,
  { to, data }: { readonly to: string; readonly data: string },
  { from, block }: ReadOptions,
): Promise<`0x${string}`> {
  const transaction = { ...(from === undefined ? {} : { from }), to, data };
  const tag = block === undefined ? "latest" : block === "pending" ? block : toQuantity(block);
  const answer = await provider.request({ method: "eth_call", params: [transaction, tag] });
  if (isHex(answer)) return answer;
  throw new NodeError({ expected: "bytes from eth_call", got: String(answer), action: "check the node" });
}
