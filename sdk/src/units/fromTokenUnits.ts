/** Token units as a double, given the token's decimals. For display and double-precision maths, not for transfers. */
export function fromTokenUnits(amount: bigint, decimals: number): number {
  return Number(amount) / 10 ** decimals;
}
