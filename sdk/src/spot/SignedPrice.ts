/** A market's spot price as a reporter saw it. */
export interface SpotPrice {
  /** Quote per underlying, WAD. */
  readonly price: bigint;
  /** Unix seconds; also the price's number on chain. */
  readonly observedAt: bigint;
}

/** A spot price with its reporters' signatures, as an order brings it along (`SignedPrice` of the contracts). */
export interface SignedPrice extends SpotPrice {
  /** In the chain's order: ascending by signer. */
  readonly signatures: readonly string[];
}
