import { Network, WebSocketProvider, type JsonRpcPayload } from "ethers";

/**
 * A provider for a node on this machine: one socket, nothing cached, and each request sent at once, where ethers' own would
 * wait for a timer in case others come to share a batch.
 */
export class LocalProvider extends WebSocketProvider {
  #requests = 0;

  constructor({ url, chainId }: { readonly url: string; readonly chainId: number }) {
    super(url.replace(/^http/, "ws"), Network.from(chainId), { cacheTimeout: -1 });
  }

  // What comes back is what the method makes of it: ethers says `any`.
  override async send(method: string, params: unknown[] | Record<string, unknown>): Promise<unknown> {
    this.#requests += 1;
    const payload: JsonRpcPayload = { jsonrpc: "2.0", id: this.#requests, method, params };
    const [answer] = await this._send(payload);
    if (answer === undefined) throw new Error(`the node answered nothing to ${method}`);
    if ("error" in answer) throw this.getRpcError(payload, answer);
    return answer.result;
  }
}
