/** A leg as the router takes it. */
export interface OrderLeg {
  readonly vault: string;
  readonly id: bigint;
  /** WAD; positive buys, negative sells back. */
  readonly quantity: bigint;
  /** Token units of the vault's collateral: the most to pay, or the least to get; of the leg's own part where its vault has several. */
  readonly limit: bigint;
}
