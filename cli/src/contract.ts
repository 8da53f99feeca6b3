import { explained } from "@bulkhead/sdk";
import { Contract, type InterfaceAbi } from "ethers";

import type { Session } from "./session.ts";

/** A transaction of a kind that the SDK has no rehearsal for. */
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
