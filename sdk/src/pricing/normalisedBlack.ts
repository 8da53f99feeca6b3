import { millsTail } from "./millsTail.ts";
import { normalCdf } from "./normalCdf.ts";
import { normalPdf } from "./normalPdf.ts";

/** Under this total volatility the difference of Mills ratios is integrated instead of subtracted. */
const INTEGRATE_BELOW = 0.1;

/** Four-point Gauss-Legendre rule on [-1, 1]. */
const GAUSS_NODES = [
  { at: -0.8611363115940526, weight: 0.34785484513745385 },
  { at: -0.33998104358485626, weight: 0.6521451548625461 },
  { at: 0.33998104358485626, weight: 0.6521451548625461 },
  { at: 0.8611363115940526, weight: 0.34785484513745385 },
] as const;

/**
 * Undiscounted Black call on a forward of one and a strike of e^k.
 *
 * At and out of the money (k ≥ 0) the result keeps relative precision: it is φ(d₁)·(M(-d₁) - M(-d₂)), M the Mills ratio,
 * which for small v is the integral of -M' over [-d₁, -d₂]. Only where v is not small and d₁ is positive do the two
 * distribution values differ enough to be subtracted.
 *
 * @param k log-moneyness ln(K/F)
 * @param v total volatility σ√τ, zero or more
 */
export function normalisedBlack(k: number, v: number): number {
  if (v <= 0) return Math.max(0, -Math.expm1(k));
  // In the money: intrinsic value plus the put, which by symmetry is e^k times the call at -k.
  if (k < 0) return Math.exp(k) * normalisedBlack(-k, v) - Math.expm1(k);
  const near = k / v - v / 2;
  const far = near + v;
  if (near < 0 && v >= INTEGRATE_BELOW) return normalCdf(-near) - Math.exp(k) * normalCdf(-far);
  const density = normalPdf(near);
  if (density === 0) return 0;
  return density * (v < INTEGRATE_BELOW ? integratedDecay(near, v) : millsTail(near).mills - millsTail(far).mills);
}

/** M(x) - M(x + v) for small v and x ≥ -v/2. */
function integratedDecay(x: number, v: number): number {
  let sum = 0;
  for (const node of GAUSS_NODES) sum += node.weight * millsTail(x + (v / 2) * (1 + node.at)).decay;
  return (sum * v) / 2;
}
