/** ln(a/b) for a, b > 0: near 1 the quotient has lost what the difference still has, and small volatilities see it. */
export function logRatio(a: number, b: number): number {
  return a >= b ? logAboveOne(a, b) : -logAboveOne(b, a);
}

function logAboveOne(a: number, b: number): number {
  const excess = (a - b) / b;
  return excess < Infinity ? Math.log1p(excess) : Math.log(a) - Math.log(b);
}
