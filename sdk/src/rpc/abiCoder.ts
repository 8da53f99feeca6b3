import type {
  Abi,
  AbiParametersToPrimitiveTypes,
  AbiParameter,
  AbiParameterToPrimitiveType,
  ExtractAbiFunction,
  ExtractAbiFunctionNames,
} from "abitype";
import { decode, encode } from "ox/AbiParameters";
import { keccak256 } from "ox/Hash";
import { fromString } from "ox/Hex";

import { NodeError } from "../errors/NodeError.ts";
import { OrderError } from "../errors/OrderError.ts";
import { shortened } from "../errors/shortened.ts";

/** As the ABI has it, with plain strings for addresses and bytes. */
type Loose<T> = T extends `0x${string}`
  ? string
  : T extends bigint | number | boolean | string
    ? T
    : { readonly [K in keyof T]: Loose<T[K]> };

/** The name of a function of an ABI. */
export type FunctionName<abi extends Abi> = ExtractAbiFunctionNames<abi>;

/** A function of a contract with its arguments. Of several functions of one name it is the one with as many arguments. */
export interface ContractCall<abi extends Abi, name extends FunctionName<abi>> {
  readonly address: string;
  readonly abi: abi;
  readonly functionName: name;
  readonly args: Loose<AbiParametersToPrimitiveTypes<ExtractAbiFunction<abi, name>["inputs"], "inputs">>;
}

type Returned<outputs extends readonly AbiParameter[]> = outputs extends readonly []
  ? undefined
  : outputs extends readonly [infer only extends AbiParameter]
    ? AbiParameterToPrimitiveType<only, "outputs">
    : AbiParametersToPrimitiveTypes<outputs, "outputs">;

type ReturnedBy<item> = item extends { readonly outputs: infer outputs extends readonly AbiParameter[] }
  ? Returned<outputs>
  : never;

/** What a function returns: its one value, or a tuple of several. */
export type CallResult<abi extends Abi, name extends FunctionName<abi>> = ReturnedBy<ExtractAbiFunction<abi, name>>;

/** A call as any ABI may have it. */
export interface AnyCall {
  readonly address: string;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

const SELECTOR_LENGTH = 10;

/** A signature as selectors and topics are made from it: `name(type,type)`, structs as tuples of their types. */
export function signatureOf({
  name,
  inputs,
}: {
  readonly name: string;
  readonly inputs: readonly AbiParameter[];
}): string {
  return `${name}(${inputs.map(typeOf).join(",")})`;
}

function typeOf(parameter: AbiParameter): string {
  if (!("components" in parameter)) return parameter.type;
  return `(${parameter.components.map(typeOf).join(",")})${parameter.type.slice("tuple".length)}`;
}

/** The hash of a signature: an event's first topic, and in its first four bytes a function's or an error's selector. */
export function signatureHash(signature: string): `0x${string}` {
  return keccak256(fromString(signature));
}

/** The selector of a function or an error. */
export function selectorOf(item: Parameters<typeof signatureOf>[0]): string {
  return signatureHash(signatureOf(item)).slice(0, SELECTOR_LENGTH);
}

/** Values of the types given, addresses with their checksums. */
export function decodeValues(types: readonly AbiParameter[], data: `0x${string}`): readonly unknown[] {
  const values: unknown = decode(types, data, { checksumAddress: true });
  return values as readonly unknown[];
}

/**
 * A call's data.
 * @throws OrderError where an argument is not of the function's types: a mistyped address, a number out of range
 */
export function encodeCall(call: AnyCall): `0x${string}` {
  const item = functionOf(call);
  const selector = selectorOf(item) as `0x${string}`;
  try {
    return `${selector}${encode(item.inputs, call.args as never).slice("0x".length)}`;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && error.name.endsWith("InvalidAddressError")) {
      throw new OrderError({
        expected: "an address of 40 hexadecimal digits",
        got: /"(.*?)"/.exec(message)?.[1] ?? "something else",
        action: "check the addresses that you pass",
      });
    }
    throw new OrderError({
      expected: `arguments as ${call.functionName} takes them`,
      got: message.split("\n")[0] ?? "others",
      action: "correct the argument",
    });
  }
}

/**
 * An answer as the function's ABI has it: its one value, or an array of several.
 * @throws NodeError where it is none of that function
 */
export function decodeAnswer(call: AnyCall, data: `0x${string}`): unknown {
  const { outputs } = functionOf(call);
  // Some tokens return nothing where the standard says a boolean, so what is not asked for is not read.
  if (outputs.length === 0) return undefined;
  try {
    const values = decodeValues(outputs, data);
    return outputs.length === 1 ? values[0] : values;
  } catch {
    throw new NodeError({
      expected: `an answer to ${call.functionName} from a contract at ${call.address}`,
      got: data === "0x" ? "none" : `${shortened(data)} (${data.length / 2 - 1} bytes)`,
      action: "check that the addresses belong to this chain",
    });
  }
}

function functionOf({ abi, functionName, args }: AnyCall) {
  const named = abi.filter((item) => item.type === "function").filter(({ name }) => name === functionName);
  const found = named.find(({ inputs }) => inputs.length === args.length);
  if (found !== undefined) return found;
  throw new OrderError({
    expected: `a function ${functionName} of ${args.length} arguments in the ABI`,
    got: named.map(signatureOf).join(", ") || "none of the name",
    action: "check the name and its arguments",
  });
}
