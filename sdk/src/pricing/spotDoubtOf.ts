/**
 * What spot may be worth more or less by, where it is in doubt by a fraction: |D|·c + ½·|G|·c². Near an expiry the second order is as
 * large as the first.
 * @param greeks - of what is priced, in collateral; only D and G count
 * @param confidence - c_S, a fraction of spot
 * @returns collateral, not negative
 */
export function spotDoubtOf(greeks: { readonly delta: number; readonly gamma: number }, confidence: number): number {
  return confidence * (Math.abs(greeks.delta) + (Math.abs(greeks.gamma) * confidence) / 2);
}
