//#region src/pricing/OptionKind.d.ts
/** As the chain's enum: a call vault holds the underlying, a put vault the quote asset. */
declare const OptionKind: {
  readonly Call: 0;
  readonly Put: 1;
};
type OptionKind = (typeof OptionKind)[keyof typeof OptionKind];
//#endregion
export { OptionKind as t };