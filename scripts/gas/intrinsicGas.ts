import { getBytes } from "ethers";

/** What a transaction costs before its callee runs: base, and calldata by the byte (EIP-2028). */
export function intrinsicGas(data: string): number {
  return getBytes(data).reduce((gas, byte) => gas + (byte === 0 ? 4 : 16), 21_000);
}
