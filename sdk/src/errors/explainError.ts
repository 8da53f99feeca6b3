import { revertDataOf } from "../rpc/revertDataOf.ts";
import type { ErrorContext } from "./ErrorContext.ts";
import { SdkError } from "./SdkError.ts";
import { toContractError } from "./toContractError.ts";
import { bytes } from "./phrase.ts";

/** What providers say of themselves, by the codes of EIP-1193 and JSON-RPC, of ethers and of Node. */
const BY_CODE: Readonly<Record<string, string>> = {
  4001: "expected consent in the wallet, got a refusal: confirm the request, or leave it",
  4100: "expected a wallet that gives its accounts, got none: connect it (eth_requestAccounts)",
  4900: "expected a node that answers, got no connection: connect the wallet to its network",
  4901: "expected a wallet on the deployment's chain, got another: switch its network",
  ACTION_REJECTED: "expected consent in the wallet, got a refusal: confirm the request, or leave it",
  ECONNREFUSED: "expected a node that answers, got no connection: start one (make node) or check the URL",
  NETWORK_ERROR: "expected a node that answers, got no connection: start one (make node) or check the URL",
  INSUFFICIENT_FUNDS: "expected enough native coin for gas, got less: fund the account",
  UNCONFIGURED_NAME:
    "expected an address of 40 hexadecimal digits, got something else: check the addresses that you pass",
  BAD_DATA: "expected a contract at the address, got none: check that the addresses belong to this chain",
};

/** viem's names for the same. */
const BY_NAME: Readonly<Record<string, string>> = {
  HttpRequestError: "ECONNREFUSED",
  WebSocketRequestError: "ECONNREFUSED",
  InsufficientFundsError: "INSUFFICIENT_FUNDS",
  InvalidAddressError: "UNCONFIGURED_NAME",
  UserRejectedRequestError: "ACTION_REJECTED",
};
const MAX_DEPTH = 8;

/**
 * Any failure in one line: what was expected, what came, what to do. Never a stack trace.
 * @param context by which a contract's error is put in names and tokens (`toContractError`); those of the client's own actions are
 * @example
 * const line = explainError(new Error("no route to host"));
 */
export function explainError(error: unknown, context?: ErrorContext): string {
  if (error instanceof SdkError) return error.message;
  const data = revertDataOf(error);
  if (data !== undefined) return toContractError(data, context).message;
  const known = knownIn(error);
  if (known !== undefined) return known;
  const [line = ""] = messageOf(error)
    .trim()
    .split(/\s*[\r\n]+\s*/);
  return line === "" ? "unknown failure" : withoutLongHex(line);
}

/**
 * What an error says: viem's in their details what the node said, ethers' shortly without the transaction, a schema's (zod)
 * in its first issue rather than in all of them as JSON.
 */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { details, shortMessage, issues } = error as { details?: unknown; shortMessage?: unknown; issues?: unknown };
  if (Array.isArray(issues)) return issueOf(issues[0]);
  return (
    [details, shortMessage].find((text): text is string => typeof text === "string" && text !== "") ?? error.message
  );
}

function issueOf(issue: unknown): string {
  const { path, message } = (issue ?? {}) as { path?: readonly unknown[]; message?: string };
  const place = path === undefined || path.length === 0 ? "" : ` at ${path.map(String).join(".")}`;
  return `expected a record as its reader knows it, got one that does not fit${place} (${message ?? "no reason given"}): take it as it was written`;
}

/** Calls and transactions by their beginnings: nobody reads them in a line. */
function withoutLongHex(text: string): string {
  return text.replace(/0x[0-9a-f]{65,}/gi, bytes);
}

/** The first known code or name of an error and its causes. */
function knownIn(error: unknown, depth = 0): string | undefined {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return undefined;
  const { code, name, operation, message, cause } = error as Record<string, unknown>;
  if (code === "UNSUPPORTED_OPERATION") {
    return /ens/i.test(String(operation))
      ? BY_CODE["UNCONFIGURED_NAME"]
      : `expected a signer, got a read-only runner (${String(operation)}): connect with a signer`;
  }
  const key = typeof code === "string" || typeof code === "number" ? String(code) : "";
  if (Object.hasOwn(BY_CODE, key)) return BY_CODE[key];
  const alias = typeof name === "string" && Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (alias !== undefined) return BY_CODE[alias];
  if (/insufficient funds|enough funds/i.test(String(message))) return BY_CODE["INSUFFICIENT_FUNDS"];
  return knownIn(cause, depth + 1);
}
