/**
 * A quantity or a price as a caller may give it. Strings and numbers are taken at their decimal digits ("1.1", 1.1,
 * 1e-7); a bigint is in the chain's 18-decimal fixed point already.
 */
export type Decimal = string | number | bigint;
