import { setTimeout as sleep } from "node:timers/promises";

import hre from "hardhat";
import type { NetworkHooks } from "hardhat/types/hooks";
import type { JsonRpcRequest, JsonRpcResponse } from "hardhat/types/providers";

import { isUsageError } from "./UsageError.ts";

/** Answers a JSON-RPC method of the node's own. A `UsageError` is the caller's mistake. */
export type Method = (params: readonly unknown[]) => Promise<unknown>;

/** What the node does with requests before the chain gets them. */
export interface Requests {
  /** Has a method of its own answered; `bulkhead_…` by custom. */
  serve(name: string, method: Method): void;
  /** From now on raw transactions are answered late, see `ANSWERED_AFTER_MS`. */
  answerLate(): void;
  /** Lets the chain have its requests as they come again. */
  release(): void;
}

/**
 * How long a raw transaction waits for its answer. By default ethers' providers repeat for 250 ms what they were told last, nonces
 * included, which no public chain ever notices. Mined at once and answered at once, the next transaction would carry the last one's
 * nonce again; answered after that time, it asks anew.
 */
const ANSWERED_AFTER_MS = 300;

/** JSON-RPC's own code for bad parameters. */
const INVALID_PARAMS = -32_602;

type Connection = Parameters<NetworkHooks["onRequest"]>[1];

/** Makes a chain while watching which connection it is, then stands before that one. */
export async function withRequests<Made>(make: () => Promise<Made>): Promise<{ made: Made; requests: Requests }> {
  const methods = new Map<string, Method>();
  let served: Connection | undefined;
  let isLate = false;
  const watch: Partial<NetworkHooks> = {
    newConnection: async (context, next) => {
      const connection = await next(context);
      served ??= connection;
      return connection;
    },
  };
  const stand: Partial<NetworkHooks> = {
    onRequest: async (context, connection, request, next) => {
      if (connection !== served) return next(context, connection, request);
      const method = methods.get(request.method);
      if (method !== undefined) return answer(request, method);
      const answered = next(context, connection, withOneInput(request));
      if (!isLate || request.method !== "eth_sendRawTransaction") return answered;
      return (await Promise.all([answered, sleep(ANSWERED_AFTER_MS)]))[0];
    },
  };
  hre.hooks.registerHandlers("network", watch);
  try {
    const made = await make();
    hre.hooks.registerHandlers("network", stand);
    return {
      made,
      requests: {
        serve: (name, method) => void methods.set(name, method),
        answerLate: () => void (isLate = true),
        release: () => hre.hooks.unregisterHandlers("network", stand),
      },
    };
  } finally {
    hre.hooks.unregisterHandlers("network", watch);
  }
}

async function answer({ id, params }: JsonRpcRequest, method: Method): Promise<JsonRpcResponse> {
  try {
    return { jsonrpc: "2.0", id, result: await method(Array.isArray(params) ? params : []) };
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return { jsonrpc: "2.0", id, error: { code: INVALID_PARAMS, message: error.message } };
  }
}

/**
 * A call's bytes go by two names, `data` and `input`; some clients, Foundry's `cast` among them, send both. The chain takes one.
 * Where the two differ it is left to the chain to refuse them.
 */
export function withOneInput(request: JsonRpcRequest): JsonRpcRequest {
  if (!Array.isArray(request.params)) return request;
  const [call, ...others] = request.params as readonly unknown[];
  if (typeof call !== "object" || call === null || !("data" in call) || !("input" in call)) return request;
  const { input, ...rest } = call;
  return input === call.data ? { ...request, params: [rest, ...others] } : request;
}
