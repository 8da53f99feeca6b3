import { Network, WebSocketProvider, type JsonRpcPayload } from "ethers";

/** The node went away while it was still asked. */
export class ConnectionLost extends Error {
  constructor() {
    super("the connection to the node was lost");
    this.name = "ConnectionLost";
  }
}

/**
 * A provider for a node on this machine: one socket, nothing cached, and each request sent at once, where ethers' own would
 * wait for a timer in case others come to share a batch.
 */
export class LocalProvider extends WebSocketProvider {
  #requests = 0;
  #isLost = false;
  /** Those who wait for an answer. */
  readonly #waiting = new Set<(reason: Error) => void>();

  constructor({ url, chainId }: { readonly url: string; readonly chainId: number }) {
    const socket = new WebSocket(url.replace(/^http/, "ws"));
    super(socket, Network.from(chainId), { cacheTimeout: -1 });
    socket.addEventListener("close", () => {
      this.#isLost = true;
      for (const reject of this.#waiting) reject(new ConnectionLost());
    });
  }

  override send(method: string, params: unknown[] | Record<string, unknown>): Promise<unknown> {
    if (this.#isLost) return Promise.reject(new ConnectionLost());
    this.#requests += 1;
    const payload: JsonRpcPayload = { jsonrpc: "2.0", id: this.#requests, method, params };
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      this.#ask(payload)
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  async #ask(payload: JsonRpcPayload): Promise<unknown> {
    const [answer] = await this._send(payload);
    if (answer === undefined) throw new Error(`the node answered nothing to ${payload.method}`);
    if ("error" in answer) throw this.getRpcError(payload, answer);
    return answer.result;
  }
}
