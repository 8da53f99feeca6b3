import { farDecay, MIDDLE_END, millsRatio, nearRatio } from "./millsRatio.ts";

/** Under this total volatility 2h both ratios are expanded about the place between them. */
export const EXPAND_BELOW = 0.1;

/** What `millsPair` found: M(x - h), M(x + h), and their difference. One for all calls, so that none allocates. */
export const pair = new Float64Array(3);

/**
 * The Mills ratios M(x - h) and M(x + h) and their difference, into `pair`; x ≥ h > 0, or x ≥ 0 and 2h <
 * `EXPAND_BELOW`. With x = k/v and h = v/2 the difference times φ(x - h) is the normalised call at and out of the
 * money: it keeps some twenty units in the last place, however small v is.
 *
 * For small h by Taylor's series about x, the odd terms making the difference and the even ones the mean. M^(n+1) =
 * x·M^(n) + n·M^(n-1) makes every term a sum of the first two, whose factors a and b need neither ratio. Derivatives
 * weigh most at x = 0, where what is left out is 1e-17 of the sum.
 */
export function millsPair(x: number, h: number): void {
  if (2 * h >= EXPAND_BELOW) {
    const near = millsRatio(x - h);
    const far = millsRatio(x + h);
    pair[0] = near;
    pair[1] = far;
    pair[2] = near - far;
    return;
  }
  const p = -x * h;
  const q = h * h;
  const isMiddle = x < MIDDLE_END;
  const known = isMiddle ? nearRatio(x) : farDecay(x);
  const m = isMiddle ? known : (1 - known) / x;
  const d = h * (isMiddle ? 1 - x * known : known);
  const a2 = p * (1 / 2);
  const b2 = q * (1 / 2);
  const a3 = p * (1 / 3) * a2 + q * (1 / 3);
  const b3 = p * (1 / 3) * b2;
  const a4 = p * (1 / 4) * a3 + q * (1 / 4) * a2;
  const b4 = p * (1 / 4) * b3 + q * (1 / 4) * b2;
  const a5 = p * (1 / 5) * a4 + q * (1 / 5) * a3;
  const b5 = p * (1 / 5) * b4 + q * (1 / 5) * b3;
  const a6 = p * (1 / 6) * a5 + q * (1 / 6) * a4;
  const b6 = p * (1 / 6) * b5 + q * (1 / 6) * b4;
  const a7 = p * (1 / 7) * a6 + q * (1 / 7) * a5;
  const b7 = p * (1 / 7) * b6 + q * (1 / 7) * b5;
  const a8 = p * (1 / 8) * a7 + q * (1 / 8) * a6;
  const b8 = p * (1 / 8) * b7 + q * (1 / 8) * b6;
  const a9 = p * (1 / 9) * a8 + q * (1 / 9) * a7;
  const b9 = p * (1 / 9) * b8 + q * (1 / 9) * b7;
  const mean = m + (a2 + (a4 + (a6 + a8))) * d + (b2 + (b4 + (b6 + b8))) * m;
  const half = d + (a3 + (a5 + (a7 + a9))) * d + (b3 + (b5 + (b7 + b9))) * m;
  pair[0] = mean + half;
  pair[1] = mean - half;
  pair[2] = 2 * half;
}
