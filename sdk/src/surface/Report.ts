/** A market's whole surface as reporters sign it (`IVolatilitySurface.Report`). */
export interface Report {
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
