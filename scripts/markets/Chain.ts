/** A transaction on its way. */
export interface Sent {
  wait(): Promise<unknown>;
}

/** The chain as its keepers see it: its clock, which they may move, and the one door through which their transactions go. */
export interface Chain {
  /** Unix seconds: about the next block's. */
  readonly now: number;
  /** Lets the clock run on to `time` (unix seconds); it never turns back. */
  moveTo(time: number): void;
  /** Lets an empty block pass: views see the present, and what the latest block delivered is in effect. */
  pass(): Promise<void>;
  /** Sends a transaction in a block of its own, and waits until it is mined. */
  send(action: () => Promise<Sent>): Promise<void>;
  /** Sends several in one block, in this order. For prices, reports and listings: nothing that moves a vault's money or options. */
  together(actions: readonly (() => Promise<Sent>)[]): Promise<void>;
}
