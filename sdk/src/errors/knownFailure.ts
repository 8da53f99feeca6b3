import type { Explanation } from "./SdkError.ts";

const REFUSED = {
  expected: "consent in the wallet",
  got: "a refusal",
  action: "confirm the request, or leave it",
} satisfies Explanation;
/** Nobody answers; others that say the same expect the same. */
export const UNREACHED = {
  expected: "a node that answers",
  got: "no connection",
  action: "start one (make node) or check the URL",
} satisfies Explanation;

/** What providers say of themselves, by the codes of EIP-1193 and JSON-RPC, of ethers and of Node. */
const BY_CODE: Readonly<Record<string, Explanation>> = {
  4001: REFUSED,
  4100: {
    expected: "a wallet that gives its accounts",
    got: "none",
    action: "connect it (eth_requestAccounts)",
  },
  4900: { ...UNREACHED, got: "no connection", action: "connect the wallet to its network" },
  4901: {
    expected: "a wallet on the deployment's chain",
    got: "another",
    action: "switch its network, or make the viem client with that chain",
  },
  ACTION_REJECTED: REFUSED,
  ECONNREFUSED: UNREACHED,
  NETWORK_ERROR: UNREACHED,
  TIMEOUT: { ...UNREACHED, got: "nothing in time", action: "try again, or use another node" },
  INSUFFICIENT_FUNDS: { expected: "enough native coin for gas", got: "less", action: "fund the account" },
  UNCONFIGURED_NAME: {
    expected: "an address of 40 hexadecimal digits",
    got: "something else",
    action: "check the addresses that you pass",
  },
  BAD_DATA: {
    expected: "a contract at the address",
    got: "none",
    action: "check that the addresses belong to this chain",
  },
};

/** viem's names for the same. */
const BY_NAME: Readonly<Record<string, string>> = {
  ChainMismatchError: "4901",
  HttpRequestError: "ECONNREFUSED",
  WebSocketRequestError: "ECONNREFUSED",
  InsufficientFundsError: "INSUFFICIENT_FUNDS",
  InvalidAddressError: "UNCONFIGURED_NAME",
  TimeoutError: "TIMEOUT",
  UserRejectedRequestError: "ACTION_REJECTED",
};
const MAX_DEPTH = 8;

/** The first known code or name of an error and its causes, in words; nothing where none is known. */
export function knownFailure(error: unknown, depth = 0): Explanation | undefined {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return undefined;
  const { code, name, operation, message, cause } = error as Record<string, unknown>;
  if (code === "UNSUPPORTED_OPERATION") {
    return /ens/i.test(String(operation))
      ? BY_CODE["UNCONFIGURED_NAME"]
      : { expected: "a signer", got: `a read-only runner (${String(operation)})`, action: "connect with a signer" };
  }
  const key = typeof code === "string" || typeof code === "number" ? String(code) : "";
  if (Object.hasOwn(BY_CODE, key)) return BY_CODE[key];
  const alias = typeof name === "string" && Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (alias !== undefined) return BY_CODE[alias];
  if (/insufficient funds|enough funds/i.test(String(message))) return BY_CODE["INSUFFICIENT_FUNDS"];
  return knownFailure(cause, depth + 1);
}
