import { errorsAbi } from "../abi/errorsAbi.ts";
import { decodeValues, selectorOf, signatureOf } from "../rpc/abiCoder.ts";
import { isHex } from "../rpc/hex.ts";
import { bytes } from "./bytes.ts";
import { ContractError } from "./ContractError.ts";
import { guideTo, hasTimes, type RaisedError } from "./errorGuide.ts";
import type { ErrorContext } from "./ErrorContext.ts";
import type { Explanation } from "./SdkError.ts";

const SELECTOR_LENGTH = 10;
const WORD_BYTES = 32;
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
interface ParsedError extends RaisedError {
  readonly types: Readonly<Record<string, string>>;
}

/**
 * Revert data as an error with words. Errors that carry another contract's error are named and explained by it.
 * @param context by which addresses are named and amounts written in their tokens; without it, amounts are in token units
 * and times told from the clock here
 * @example
 * const { errorName, message } = toContractError("0x203d82d8");
 */
export function toContractError(data: string, context: ErrorContext = {}): ContractError {
  const parsed = parse(data);
  const cut = parsed === undefined ? itemOf(data) : undefined;
  if (cut !== undefined) {
    const missing = leastLength(cut) - (data.length - SELECTOR_LENGTH) / 2;
    return new ContractError(cut.name, {
      expected: `${cut.name} with its arguments: ${signatureOf(cut)}`,
      got:
        missing > 0
          ? `it cut short: at least ${missing} bytes are missing`
          : "it with arguments that are none of its types",
      action: "copy the revert data whole",
      data,
    });
  }
  if (parsed === undefined) {
    return new ContractError(data.slice(0, SELECTOR_LENGTH), {
      expected: "an error of a known contract",
      got: bytes(data),
      action: "check the addresses, and that the SDK is of the deployment's version",
      data,
    });
  }
  const nested = nestedError(parsed, context);
  if (nested !== undefined) {
    return new ContractError(`${parsed.name}/${nested.errorName}`, { ...partsOf(nested), data });
  }
  return new ContractError(parsed.name, { ...explain(parsed, context), data });
}

/** Whether an error, or one that it carries, tells of times: of these a person asks how long ago they are. */
export function tellsTimes(data: string): boolean {
  const parsed = parse(data);
  if (parsed === undefined) return false;
  return hasTimes(parsed) || nestedData(parsed).some(tellsTimes);
}

function explain(error: ParsedError, context: ErrorContext): Explanation {
  const words = guideTo(error, context);
  if (words !== undefined) return words;
  return {
    expected: "a call that the contract accepts",
    got: `its refusal ${error.name}`,
    action: "see the error's documentation in contracts/interfaces",
  };
}

/** The first argument that is itself the revert data of a known error. */
function nestedError(parsed: ParsedError, context: ErrorContext): ContractError | undefined {
  const [inner] = nestedData(parsed);
  return inner === undefined ? undefined : toContractError(inner, context);
}

/** Arguments that are known errors. A plain message has no name of its own: the guide of what carries it shows it. */
function nestedData({ types, args }: ParsedError): string[] {
  return Object.entries(types).flatMap(([name, type]) => {
    const value = args[name];
    if (type !== "bytes" || typeof value !== "string") return [];
    const inner = parse(value);
    return inner === undefined || PLAIN_NAMES.has(inner.name) ? [] : [value];
  });
}

function partsOf({ expected, got, action }: ContractError): Explanation {
  return { expected, got, action };
}

/** The error that revert data begin with. */
function itemOf(data: string): ErrorItem | undefined {
  if (!isHex(data) || data.length < SELECTOR_LENGTH) return undefined;
  known ??= new Map([...PLAIN, ...errorsAbi].map((item) => [selectorOf(item), item]));
  return known.get(data.slice(0, SELECTOR_LENGTH).toLowerCase());
}

/** Bytes that an error's arguments take at least: a word each, and another for the length of what has one. */
function leastLength({ inputs }: ErrorItem): number {
  return inputs.reduce((sum, { type }) => sum + (/^(?:bytes|string)$|\[\]$/.test(type) ? 2 : 1) * WORD_BYTES, 0);
}

function parse(data: string): ParsedError | undefined {
  const item = itemOf(data);
  if (item === undefined) return undefined;
  try {
    const args = item.inputs.length === 0 ? [] : decodeValues(item.inputs, `0x${data.slice(SELECTOR_LENGTH)}`);
    return {
      name: item.name,
      signature: signatureOf(item),
      args: Object.fromEntries(item.inputs.map(({ name }, index) => [name, args[index]])),
      types: Object.fromEntries(item.inputs.map(({ name, type }) => [name, type])),
    };
  } catch {
    return undefined;
  }
}
