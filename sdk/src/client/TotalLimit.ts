/** A bound on what an order comes to in one token. */
export interface TotalLimit {
  readonly token: string;
  /** Token units: the most to pay or, negative, the least to receive. */
  readonly maxNetPaid: bigint;
}
