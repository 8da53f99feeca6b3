import { dataSlice, getAddress } from "ethers";

const TOKEN_BYTES = 20;
const FEE_BYTES = 3;

/** The tokens of a path (`encodePath`) in its order, with their checksums. */
export function tokensOnPath(path: string): string[] {
  const bytes = (path.length - "0x".length) / 2;
  const tokens: string[] = [];
  for (let at = 0; at + TOKEN_BYTES <= bytes; at += TOKEN_BYTES + FEE_BYTES) {
    tokens.push(getAddress(dataSlice(path, at, at + TOKEN_BYTES)));
  }
  return tokens;
}
