/** As the chain's enum: a call vault holds the underlying, a put vault the quote asset. */
export const OptionKind = { Call: 0, Put: 1 } as const;
export type OptionKind = (typeof OptionKind)[keyof typeof OptionKind];
