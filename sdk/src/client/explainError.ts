import { isError } from "ethers";

import { SdkError } from "../errors/SdkError.ts";
import { revertDataOf } from "./revertDataOf.ts";
import { toContractError } from "./toContractError.ts";

/** Any failure in one line: what was expected, what came, what to do. Never a stack trace. */
export function explainError(error: unknown): string {
  if (error instanceof SdkError) return error.message;
  const data = revertDataOf(error);
  if (data !== undefined) return toContractError(data).message;
  if (isError(error, "INSUFFICIENT_FUNDS")) {
    return "expected enough native coin for gas, got less: fund the account";
  }
  if (isError(error, "NETWORK_ERROR") || hasCode(error, "ECONNREFUSED")) {
    return "expected a node that answers, got no connection: start one (make node) or check the URL";
  }
  if (
    isError(error, "UNCONFIGURED_NAME") ||
    (isError(error, "UNSUPPORTED_OPERATION") && /ens/i.test(error.operation))
  ) {
    return "expected an address of 40 hexadecimal digits, got something else: check the addresses that you pass";
  }
  if (isError(error, "UNSUPPORTED_OPERATION")) {
    return `expected a signer, got a read-only runner (${error.operation}): connect with a signer`;
  }
  if (isError(error, "BAD_DATA")) {
    return "expected a contract at the address, got none: check that the addresses belong to this chain";
  }
  const [line = "unknown failure"] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line;
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
