import { FetchRequest, isError, JsonRpcProvider, Network, type JsonRpcPayload, type JsonRpcResult } from "ethers";
import type { Logger } from "pino";

import { NodeUnreachable } from "./NodeUnreachable.ts";
import { UsageError } from "./UsageError.ts";

const TIMEOUT_MS = 30_000;
const POLLING_MS = 500;
/** Answers that time may mend: too many requests, and whatever is the server's own trouble. */
const TOO_MANY = 429;
const SERVER_TROUBLE = 500;
/** Codes of Node's sockets that mean there is no such host, which is a mistake sooner than an outage. */
const NO_HOST = "ENOTFOUND";
/** ... and that it does not speak TLS, which https asks for. */
const NO_TLS = "EPROTO";

/** A node by its URL. Nothing of it is cached, and what goes wrong on the way is a `NodeUnreachable`. */
export class RpcNode extends JsonRpcProvider {
  readonly #place: string;
  readonly #log: Logger;
  readonly #sent: string[] = [];
  #sending = 0;

  /** @throws UsageError where the URL is none */
  constructor(url: string, { chainId, log }: { readonly chainId: number; readonly log: Logger }) {
    const place = placeOf(url);
    const request = new FetchRequest(url);
    request.timeout = TIMEOUT_MS;
    const network = Network.from(chainId);
    super(request, network, { staticNetwork: network, cacheTimeout: -1, pollingInterval: POLLING_MS });
    this.#place = place;
    this.#log = log;
  }

  /** Hashes of the transactions that it took, in order, and whether another is on its way to it. */
  get sent(): { readonly hashes: readonly string[]; readonly isSending: boolean } {
    return { hashes: this.#sent, isSending: this.#sending > 0 };
  }

  override async send(method: string, params: unknown[] | Record<string, unknown>): Promise<unknown> {
    if (method !== "eth_sendRawTransaction") return super.send(method, params);
    this.#sending += 1;
    try {
      const hash: unknown = await super.send(method, params);
      this.#sent.push(String(hash));
      return hash;
    } finally {
      this.#sending -= 1;
    }
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    const start = performance.now();
    const methods = (Array.isArray(payload) ? payload : [payload]).map(({ method }) => method);
    try {
      const answers = await super._send(payload);
      this.#log.debug({ methods, milliseconds: Math.round(performance.now() - start) }, "asked");
      return answers;
    } catch (error) {
      this.#log.debug({ methods, error: String(error) }, "not answered");
      throw unreachable(this.#place, error);
    }
  }
}

/** Unix seconds of the block that comes next, as the node would make it now; of the latest or the clock where it does not say. */
export async function nextTime(node: RpcNode): Promise<number> {
  const [latest, pending] = await Promise.all([node.getBlock("latest"), node.getBlock("pending").catch(() => null)]);
  return Math.max(latest?.timestamp ?? 0, pending?.timestamp ?? Math.floor(Date.now() / 1_000));
}

/** Whether time may mend what a server answered with this status. */
export function isPassingStatus(status: number): boolean {
  return status === TOO_MANY || status >= SERVER_TROUBLE;
}

/** Of a URL what may be shown: paths and users may be secrets. */
function placeOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return `${url.protocol}//${url.host}`;
  throw new UsageError({
    expected: "--url to be a node's URL of http or https",
    got: url === undefined ? "something else" : `one of ${url.protocol.slice(0, -1)}`,
    action: "give it like http://127.0.0.1:8545",
  });
}

function unreachable(place: string, error: unknown): NodeUnreachable {
  if (isError(error, "SERVER_ERROR")) {
    const status = error.response?.statusCode ?? SERVER_TROUBLE;
    return new NodeUnreachable(place, { got: error.shortMessage, isPassing: isPassingStatus(status) });
  }
  if (isError(error, "TIMEOUT")) {
    return new NodeUnreachable(place, { got: `nothing within ${TIMEOUT_MS / 1_000} s`, isPassing: true });
  }
  const code = codeOf(error);
  if (code === NO_TLS)
    return new NodeUnreachable(place, {
      got: "an answer without TLS",
      isPassing: false,
      action: "check --url: is it http?",
    });
  if (code !== undefined) return new NodeUnreachable(place, { got: code, isPassing: code !== NO_HOST });
  return new NodeUnreachable(place, { got: "an answer that is no JSON-RPC", isPassing: false });
}

/** A socket's code: ECONNREFUSED, ECONNRESET, ENOTFOUND. */
function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^E[A-Z_]+$/.test(code) ? code : undefined;
}
