import { explained } from "@bulkhead/sdk";
import { Contract, type InterfaceAbi } from "ethers";

import { requireAccount, type Session } from "./session.ts";
import type { Sent } from "./sending.ts";

/** A transaction of a kind that the SDK has no action for. */
export interface ContractCall {
  readonly address: string;
  readonly abi: InterfaceAbi;
  /** The function's name, or its signature where several share the name. */
  readonly name: string;
  readonly args: readonly unknown[];
}

/**
 * What a transaction would return if it were sent now.
 * @throws ContractError where the contract refuses it
 */
export async function rehearseCall(session: Session, { address, abi, name, args }: ContractCall): Promise<unknown> {
  const contract = new Contract(address, abi, session.node);
  const from = session.account === undefined ? {} : { from: session.account };
  const call = { to: address, data: contract.interface.encodeFunctionData(name, args) };
  const answer = contract.getFunction(name).staticCall(...args, from) as Promise<unknown>;
  return explained(answer, { connection: session.client, call });
}

/**
 * Rehearses a call, sends it, and waits until it is mined.
 * @throws ContractError where the contract refuses it
 */
export async function sendCall(session: Session, call: ContractCall): Promise<Sent & { result: unknown }> {
  requireAccount(session);
  const result = await rehearseCall(session, call);
  const method = new Contract(call.address, call.abi, session.signer ?? session.node).getFunction(call.name);
  const transaction = await explained(method.send(...call.args));
  const receipt = await explained(transaction.wait());
  if (receipt === null) throw new Error(`no receipt of transaction ${transaction.hash}`);
  const { hash, gasUsed, logs } = receipt;
  return { result, receipts: [{ hash, blockNumber: BigInt(receipt.blockNumber), gasUsed, logs }] };
}
