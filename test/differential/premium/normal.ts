import { Decimal } from "decimal.js";

/** Working precision of the reference model: results are good to 40 digits and more after differencing twice. */
export const Real = Decimal.clone({ precision: 80 });
export type Real = Decimal;

const PI = Real.acos(-1);
const ROOT_2_PI = PI.times(2).sqrt();

export function density(x: Real): Real {
  return x.times(x).div(-2).exp().div(ROOT_2_PI);
}

/** Φ(x) = ½ + φ(x)·Σ x^(2n+1)/(1·3·5·…·(2n+1)); an absolute error of 1e-60 is plenty where prices need 1e-30. */
export function cdf(x: Real): Real {
  if (x.gt(14)) return new Real(1);
  if (x.lt(-14)) return new Real(0);
  let term = new Real(x);
  let sum = term;
  const square = x.times(x);
  for (let n = 1; term.abs().gt("1e-78"); n++) {
    term = term.times(square).div(2 * n + 1);
    sum = sum.plus(term);
  }
  return density(x).times(sum).plus(0.5);
}
