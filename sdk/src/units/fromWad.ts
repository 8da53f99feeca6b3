/**
 * The double nearest to an 18-decimal fixed-point number of the chain. `toWad` gives the same fixed-point number back
 * wherever it has at most 15 significant digits; `formatWad` keeps all of them.
 */
export function fromWad(value: bigint): number {
  // A decimal literal is rounded once; dividing by 1e18 would round the whole number first and the quotient again.
  return Number(`${value}e-18`);
}
