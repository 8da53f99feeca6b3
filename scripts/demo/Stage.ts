import { isCallException, type JsonRpcApiProvider, type Log, type Signer, type TransactionRequest } from "ethers";

import type { Chain, Sent } from "../markets/Chain.ts";
import { withReason } from "../markets/withReason.ts";
import type { GhostLedger } from "./GhostLedger.ts";
import type { InvariantChecker } from "./InvariantChecker.ts";

/**
 * Where everything happens: the chain's clock, and the one door through which transactions reach it. After each block
 * that holds any the ledger reads its logs and every invariant is checked; no further block comes before that has ended
 * well. What moves a vault's money or options has a block of its own; what moves none may share one.
 */
export class Stage implements Chain {
  readonly provider: JsonRpcApiProvider;
  readonly #ledger: GhostLedger;
  readonly #checker: InvariantChecker;
  #now: number;
  #block: number;
  #transactions = 0;
  #blocks = 0;
  /** The latest block's check, which goes on while others already read what the block left. */
  #checked: Promise<void> = Promise.resolve();

  constructor(provider: JsonRpcApiProvider, { startsAt, block, ledger, checker }: StageSetup) {
    this.provider = provider;
    this.#now = startsAt;
    this.#block = block;
    this.#ledger = ledger;
    this.#checker = checker;
  }

  /** Unix seconds; the next block comes a second later. */
  get now(): number {
    return this.#now;
  }

  /** Transactions sent so far, failed ones included. */
  get transactions(): number {
    return this.#transactions;
  }

  /** Blocks that held them. */
  get blocks(): number {
    return this.#blocks;
  }

  /** Lets the clock run on to `time`; it never turns back. */
  moveTo(time: number): void {
    this.#now = Math.max(time, this.#now);
  }

  /** Lets an empty block pass: views see the present, and what the latest block delivered is in effect. */
  async pass(): Promise<void> {
    await this.settled();
    this.#now += 1;
    await this.provider.send("evm_mine", [this.#now]);
  }

  /**
   * Runs an action that sends one transaction and waits for it, a second after the latest block; then the ledger and
   * every check.
   */
  async act<T>(action: () => Promise<T>): Promise<T> {
    await this.settled();
    this.#now += 1;
    await this.provider.send("evm_setNextBlockTimestamp", [this.#now]);
    const result = await withReason(this.provider, action());
    await this.#settle(1);
    return result;
  }

  /** As `act`, for a transaction that is only sent: waits until it is mined. */
  async send(action: () => Promise<Sent>): Promise<void> {
    await this.act(async () => (await action()).wait());
  }

  /**
   * Several transactions in one block, in this order; then the ledger and every check, once. For prices, reports, listings
   * and approvals: nothing that moves a vault's money or options.
   */
  async together(actions: readonly (() => Promise<Sent>)[]): Promise<void> {
    if (actions.length === 0) return;
    await this.settled();
    this.#now += 1;
    const sent: Sent[] = [];
    await this.provider.send("evm_setAutomine", [false]);
    try {
      for (const action of actions) sent.push(await action());
      await this.provider.send("evm_mine", [this.#now]);
    } finally {
      await this.provider.send("evm_setAutomine", [true]);
    }
    for (const transaction of sent) await withReason(this.provider, transaction.wait());
    await this.#settle(sent.length);
  }

  /** Waits until what was last mined has been checked. @throws InvariantBroken where it did not hold */
  async settled(): Promise<void> {
    await this.#checked;
  }

  /** Deploys a contract. Its address. */
  async deploy(creation: TransactionRequest, by: Signer): Promise<string> {
    const receipt = await this.act(async () => (await by.sendTransaction(creation)).wait());
    if (typeof receipt?.contractAddress !== "string") throw new Error("a creation transaction made no contract");
    return receipt.contractAddress;
  }

  /** Sends a transaction that may well fail, without asking beforehand. Whether it succeeded. */
  async succeeds(transaction: TransactionRequest, by: Signer): Promise<boolean> {
    return this.act(async () => {
      const response = await by.sendTransaction(transaction);
      try {
        await response.wait();
        return true;
      } catch (error) {
        if (isCallException(error)) return false;
        throw error;
      }
    });
  }

  async #settle(transactions: number): Promise<void> {
    this.#transactions += transactions;
    this.#blocks += 1;
    const logs: Log[] = await this.provider.getLogs({ fromBlock: this.#block + 1, toBlock: "latest" });
    this.#block = logs.at(-1)?.blockNumber ?? this.#block;
    this.#ledger.record(logs);
    this.#checked = this.#checker.check();
    // Whoever waits for the check learns how it ended; until then a failure has nobody to tell.
    this.#checked.catch(() => undefined);
  }
}

export interface StageSetup {
  /** Unix seconds at which the story begins. */
  readonly startsAt: number;
  /** The latest block that the ledger need not read. */
  readonly block: number;
  readonly ledger: GhostLedger;
  readonly checker: InvariantChecker;
}
