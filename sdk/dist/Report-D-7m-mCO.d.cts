import { t as Eip1193Provider } from "./Eip1193Provider-Ctxqkq3T.cjs";

//#region src/rpc/Connection.d.ts
/** A provider and how it is used. */
interface Connection {
  readonly provider: Eip1193Provider;
  /** Who signs and sends; the provider's first account where absent. */
  readonly account: string | undefined;
  /** Milliseconds between two questions whether something has happened. */
  readonly pollingInterval: number;
}
//#endregion
//#region src/spot/SignedPrice.d.ts
/** A market's spot price as a reporter saw it. */
interface SpotPrice {
  /** Quote per underlying, WAD. */
  readonly price: bigint;
  /** Unix seconds; also the price's number on chain. */
  readonly observedAt: bigint;
}
/** A spot price with its reporters' signatures, as an order brings it along (`SignedPrice` of the contracts). */
interface SignedPrice extends SpotPrice {
  /** In the chain's order: ascending by signer. */
  readonly signatures: readonly string[];
}
//#endregion
//#region src/rpc/signTypedData.d.ts
/** A field of an EIP-712 type. */
interface TypedDataField {
  readonly name: string;
  readonly type: string;
}
/** Where a signature is good (EIP-712). */
interface TypedDataDomain {
  readonly name?: string;
  readonly version?: string;
  readonly chainId?: bigint;
  readonly verifyingContract?: string;
  readonly salt?: string;
}
//#endregion
//#region src/surface/Report.d.ts
/** A market's whole surface as reporters sign it (`IVolatilitySurface.Report`). */
interface Report {
  readonly round: bigint;
  /** Unix seconds. */
  readonly observedAt: bigint;
  /** The reporters' own uncertainty of volatility, WAD a year. */
  readonly confidence: bigint;
  /** Unix seconds, ascending. */
  readonly expiries: readonly bigint[];
  /** One `SviSlice` word an expiry. */
  readonly slices: readonly bigint[];
}
//#endregion
export { SpotPrice as a, SignedPrice as i, TypedDataDomain as n, Connection as o, TypedDataField as r, Report as t };