import { EXPAND_BELOW, millsPair, pair } from "./millsPair.ts";
import { millsRatio } from "./millsRatio.ts";
import { normalPdf } from "./normalPdf.ts";

/**
 * Undiscounted Black call on a forward of one and a strike of e^k.
 *
 * At and out of the money (k ≥ 0) the result keeps relative precision: it is φ(d₁)·(M(-d₁) - M(-d₂)), M the Mills
 * ratio, which for small v is expanded (`millsPair`). Only where v is not small and d₁ is positive do the two
 * distribution values differ enough to be subtracted.
 *
 * @param k log-moneyness ln(K/F)
 * @param v total volatility σ√τ, zero or more
 */
export function normalisedBlack(k: number, v: number): number {
  if (v <= 0) return Math.max(0, -Math.expm1(k));
  // In the money: intrinsic value plus the put, which by symmetry is e^k times the call at -k.
  if (k < 0) return Math.exp(k) * normalisedBlack(-k, v) - Math.expm1(k);
  const x = k / v;
  const near = x - v / 2;
  const density = normalPdf(near);
  if (density === 0) return near > 0 ? 0 : 1;
  if (near < 0 && v >= EXPAND_BELOW) return 1 - density * (millsRatio(-near) + millsRatio(near + v));
  millsPair(x, v / 2);
  return density * (pair[2] ?? NaN);
}
