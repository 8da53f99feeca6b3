import { normalPdf } from "./normalPdf.ts";

/** Below this the power series is used, above it the continued fraction: both keep full precision at the joint. */
const SERIES_LIMIT = 1.5;

/** Terms after which the fraction's error, exp(x²/2 - 2x√n), is under a double's precision. */
const termsOf = (x: number): number => Math.ceil((20 / x + x / 4) ** 2);

/** Mills ratio and the complement that its derivative needs, neither by subtracting nearly equal numbers. */
export interface MillsTail {
  /** M(x) = Φ(-x)/φ(x) */
  readonly mills: number;
  /** 1 - x·M(x) = -M'(x) */
  readonly decay: number;
}

/**
 * Mills ratio of the normal distribution, for x ≥ 0 and a little below (where the series' terms all turn negative).
 *
 * Near zero Φ(x) - ½ = φ(x)·(x + x³/3 + x⁵/(3·5) + …), a series of positive terms. Beyond, Laplace's continued fraction
 * M(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))), evaluated from the far end. Both: Abramowitz and Stegun, 26.2.11 and 26.2.14.
 */
export function millsTail(x: number): MillsTail {
  if (x < SERIES_LIMIT) {
    let term = x;
    let sum = x;
    for (let n = 3; Math.abs(term) > Math.abs(sum) * 1e-18; n += 2) {
      term *= (x * x) / n;
      sum += term;
    }
    const mills = 0.5 / normalPdf(x) - sum;
    return { mills, decay: 1 - x * mills };
  }
  let fraction = 0;
  for (let n = termsOf(x); n >= 1; n--) fraction = n / (x + fraction);
  return { mills: 1 / (x + fraction), decay: fraction / (x + fraction) };
}
