import { isHexString, type ErrorDescription } from "ethers";

import { ContractError } from "../errors/ContractError.ts";
import type { Explanation } from "../errors/SdkError.ts";
import { argumentsOf, ERROR_GUIDE } from "./errorGuide.ts";
import { KNOWN_ERRORS } from "./knownErrors.ts";

const SELECTOR_LENGTH = 10;
/** Reverts that the language has without a declaration. */
const PLAIN: ReadonlySet<string> = new Set(["Error", "Panic"]);

/** Revert data as an error with words. Errors that carry another contract's error are named and explained by it. */
export function toContractError(data: string): ContractError {
  const parsed = parse(data);
  if (parsed === null) {
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

function explain(error: ErrorDescription): Explanation {
  const guide = Object.hasOwn(ERROR_GUIDE, error.name) ? ERROR_GUIDE[error.name] : undefined;
  try {
    if (guide !== undefined) return guide(argumentsOf(error.args));
  } catch {
    // An error of the same name with other arguments: shown as it is.
  }
  const shown = error.fragment.inputs.map((input, index) => `${input.name} ${String(error.args[index])}`);
  return {
    expected: "a call that the contract accepts",
    got: `${error.name}(${shown.join(", ")})`,
    action: "see the error's documentation in contracts/interfaces",
  };
}

/** The first argument that is itself the revert data of a known error. */
function nestedError(error: ErrorDescription): ContractError | undefined {
  for (const [index, { type }] of error.fragment.inputs.entries()) {
    const value: unknown = error.args[index];
    if (type !== "bytes" || !isHexString(value)) continue;
    const inner = parse(value);
    // A plain message has no name of its own: the guide of what carries it shows it.
    if (inner !== null && !PLAIN.has(inner.name)) return toContractError(value);
  }
  return undefined;
}

function partsOf({ expected, got, action }: ContractError): Explanation {
  return { expected, got, action };
}

function parse(data: string): ErrorDescription | null {
  return data.length >= SELECTOR_LENGTH ? KNOWN_ERRORS.parseError(data) : null;
}
