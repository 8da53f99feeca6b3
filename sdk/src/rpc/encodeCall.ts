import type { Abi, ContractFunctionArgs, ContractFunctionName, ContractFunctionReturnType } from "viem";
import { encodeFunctionData } from "viem/utils";

import { OrderError } from "../errors/OrderError.ts";

type Mutability = "pure" | "view" | "nonpayable" | "payable";

/** As the ABI has it, with plain strings for addresses and bytes. */
type Loose<T> = T extends `0x${string}`
  ? string
  : T extends bigint | number | boolean | string
    ? T
    : { readonly [K in keyof T]: Loose<T[K]> };

/** A function of a contract with its arguments. */
export interface ContractCall<abi extends Abi, name extends ContractFunctionName<abi, Mutability>> {
  readonly address: string;
  readonly abi: abi;
  readonly functionName: name;
  readonly args: Loose<ContractFunctionArgs<abi, Mutability, name>>;
}

/** What such a function returns. */
export type CallResult<abi extends Abi, name extends ContractFunctionName<abi, Mutability>> = name extends unknown
  ? ContractFunctionReturnType<abi, Mutability, name>
  : never;

/** The name of a function of an ABI. */
export type FunctionName<abi extends Abi> = ContractFunctionName<abi, Mutability>;

/** A call as any ABI may have it. */
export interface AnyCall {
  readonly address: string;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/**
 * A call's data.
 * @throws OrderError where an argument is not of the function's types: a mistyped address, a number out of range
 */
export function encodeCall({ abi, functionName, args }: AnyCall): `0x${string}` {
  try {
    return encodeFunctionData({ abi, functionName, args });
  } catch (error) {
    if (nameOf(error) === "InvalidAddressError") {
      throw new OrderError({
        expected: "an address of 40 hexadecimal digits",
        got: /"(.*?)"/.exec(messageOf(error))?.[1] ?? "something else",
        action: "check the addresses that you pass",
      });
    }
    throw new OrderError({
      expected: `arguments as ${functionName} takes them`,
      got: messageOf(error).split("\n")[0] ?? "others",
      action: "correct the argument",
    });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
