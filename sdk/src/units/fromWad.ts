/** The double nearest to an 18-decimal fixed-point number of the chain. */
export function fromWad(value: bigint): number {
  return Number(value) / 1e18;
}
