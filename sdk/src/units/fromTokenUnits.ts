/**
 * The double nearest to an amount in token units, given the token's decimals. For display and double-precision maths,
 * not for transfers.
 */
export function fromTokenUnits(amount: bigint, decimals: number): number {
  return Number(`${amount}e-${decimals}`);
}
