import { NodeError } from "../errors/NodeError.ts";
import { isHex } from "../rpc/hex.ts";

const WORD = 64;
const HIGHEST_BIT = 1n << 255n;
const LEAST_V = 27;

/**
 * An ECDSA signature in the parts that contracts take, from its 65 bytes, or the 64 of EIP-2098.
 * @throws NodeError where a wallet gave something else
 */
export function splitSignature(signature: string): { v: number; r: string; s: string } {
  const digits = isHex(signature) ? signature.slice("0x".length) : "";
  const [r, s, rest] = [digits.slice(0, WORD), digits.slice(WORD, 2 * WORD), digits.slice(2 * WORD)];
  if (s.length < WORD || rest.length > 2) {
    throw new NodeError({
      expected: "a signature of 64 or 65 bytes",
      got: signature,
      action: "sign with an account that has a key: a contract's signature is none that tokens take",
    });
  }
  if (rest === "") {
    const compact = BigInt(`0x${s}`);
    const plain = (compact & (HIGHEST_BIT - 1n)).toString(16).padStart(WORD, "0");
    return { v: LEAST_V + Number(compact >> 255n), r: `0x${r}`, s: `0x${plain}` };
  }
  const v = Number(`0x${rest}`);
  return { v: v < LEAST_V ? v + LEAST_V : v, r: `0x${r}`, s: `0x${s}` };
}
