import type { JsonRpcApiProvider } from "ethers";

import type { Chain, Sent } from "../markets/Chain.ts";
import { withReason } from "../markets/withReason.ts";

/** A local node's chain, whose clock runs by itself and can be moved on. Others use it at the same time. */
export class LocalChain implements Chain {
  readonly provider: JsonRpcApiProvider;
  #now = 0;
  #block = 0;

  constructor(provider: JsonRpcApiProvider) {
    this.provider = provider;
  }

  /** Unix seconds, as of the latest `sync`, move or block. */
  get now(): number {
    return this.#now;
  }

  /** Looks at the chain's own clock. False where the chain has been turned back to an earlier block. */
  async sync(): Promise<boolean> {
    const [block, pending] = await Promise.all([this.provider.getBlockNumber(), this.#timeOf("pending")]);
    const goesOn = block >= this.#block;
    this.#block = block;
    this.#now = goesOn ? Math.max(this.#now, pending) : pending;
    return goesOn;
  }

  moveTo(time: number): void {
    this.#now = Math.max(Math.floor(time), this.#now);
  }

  async pass(): Promise<void> {
    this.#now = Math.max((await this.#timeOf("latest")) + 1, this.#now);
    await this.provider.send("evm_mine", [this.#now]);
    this.#block += 1;
  }

  async send(action: () => Promise<Sent>): Promise<void> {
    await this.together([action]);
  }

  async together(actions: readonly (() => Promise<Sent>)[]): Promise<void> {
    if (actions.length === 0) return;
    const sent: Sent[] = [];
    await this.provider.send("evm_setAutomine", [false]);
    try {
      for (const action of actions) sent.push(await action());
      do await this.pass();
      while (await this.#hasWaiting());
    } finally {
      await this.provider.send("evm_setAutomine", [true]);
    }
    // Somebody else's transaction that came in between waits for no other block.
    if (await this.#hasWaiting()) await this.pass();
    for (const transaction of sent) await withReason(this.provider, transaction.wait());
  }

  /** A block has room for so much: what did not fit, or came from others meanwhile, waits. */
  async #hasWaiting(): Promise<boolean> {
    const pending: unknown = await this.provider.send("eth_getBlockTransactionCountByNumber", ["pending"]);
    return Number(pending) > 0;
  }

  async #timeOf(tag: "latest" | "pending"): Promise<number> {
    const block = (await this.provider.send("eth_getBlockByNumber", [tag, false])) as { readonly timestamp: string };
    return Number(block.timestamp);
  }
}
