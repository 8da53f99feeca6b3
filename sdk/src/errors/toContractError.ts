import { errorsAbi } from "../abi/errorsAbi.ts";
import { decodeValues, selectorOf } from "../rpc/abiCoder.ts";
import { isHex } from "../rpc/hex.ts";
import { ContractError } from "./ContractError.ts";
import { argumentsOf, ERROR_GUIDE } from "./errorGuide.ts";
import type { Explanation } from "./SdkError.ts";

const SELECTOR_LENGTH = 10;
/** Reverts that the language has without a declaration. */
const PLAIN: readonly ErrorItem[] = [
  { type: "error", name: "Error", inputs: [{ name: "message", type: "string" }] },
  { type: "error", name: "Panic", inputs: [{ name: "reason", type: "uint256" }] },
];
const PLAIN_NAMES: ReadonlySet<string> = new Set(PLAIN.map(({ name }) => name));

/** An error as an ABI has it. */
interface ErrorItem {
  readonly type: "error";
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly type: string }[];
}

/** Errors by selector, made when the first one is looked up: hashing a few hundred signatures takes some milliseconds. */
let known: ReadonlyMap<string, ErrorItem> | undefined;

/** An error with its arguments. */
interface ParsedError {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly type: string; readonly value: unknown }[];
}

/**
 * Revert data as an error with words. Errors that carry another contract's error are named and explained by it.
 * @example
 * const { errorName, message } = toContractError("0x203d82d8");
 */
export function toContractError(data: string): ContractError {
  const parsed = parse(data);
  if (parsed === undefined) {
    return new ContractError(data.slice(0, SELECTOR_LENGTH), {
      expected: "an error of a known contract",
      got: data,
      action: "check the addresses, and that the SDK is of the deployment's version",
      data,
    });
  }
  const nested = nestedError(parsed);
  if (nested !== undefined) {
    return new ContractError(`${parsed.name}/${nested.errorName}`, { ...partsOf(nested), data });
  }
  return new ContractError(parsed.name, { ...explain(parsed), data });
}

function explain({ name, inputs }: ParsedError): Explanation {
  const guide = Object.hasOwn(ERROR_GUIDE, name) ? ERROR_GUIDE[name] : undefined;
  try {
    if (guide !== undefined) return guide(argumentsOf(Object.fromEntries(inputs.map((one) => [one.name, one.value]))));
  } catch {
    // An error of the same name with other arguments: shown as it is.
  }
  const shown = inputs.map((input) => `${input.name} ${String(input.value)}`);
  return {
    expected: "a call that the contract accepts",
    got: `${name}(${shown.join(", ")})`,
    action: "see the error's documentation in contracts/interfaces",
  };
}

/** The first argument that is itself the revert data of a known error. */
function nestedError({ inputs }: ParsedError): ContractError | undefined {
  for (const { type, value } of inputs) {
    if (type !== "bytes" || typeof value !== "string") continue;
    const inner = parse(value);
    // A plain message has no name of its own: the guide of what carries it shows it.
    if (inner !== undefined && !PLAIN_NAMES.has(inner.name)) return toContractError(value);
  }
  return undefined;
}

function partsOf({ expected, got, action }: ContractError): Explanation {
  return { expected, got, action };
}

function parse(data: string): ParsedError | undefined {
  if (!isHex(data) || data.length < SELECTOR_LENGTH) return undefined;
  known ??= new Map([...PLAIN, ...errorsAbi].map((item) => [selectorOf(item), item]));
  const item = known.get(data.slice(0, SELECTOR_LENGTH).toLowerCase());
  if (item === undefined) return undefined;
  try {
    const args = item.inputs.length === 0 ? [] : decodeValues(item.inputs, `0x${data.slice(SELECTOR_LENGTH)}`);
    const inputs = item.inputs.map(({ name, type }, index) => ({ name, type, value: args[index] }));
    return { name: item.name, inputs };
  } catch {
    return undefined;
  }
}
