import { checksum } from "ox/Address";

const TOKEN_DIGITS = 40;
const FEE_DIGITS = 6;

/** The tokens of a path (`encodePath`) in its order, with their checksums. */
export function tokensOnPath(path: string): string[] {
  const tokens: string[] = [];
  for (let at = "0x".length; at + TOKEN_DIGITS <= path.length; at += TOKEN_DIGITS + FEE_DIGITS) {
    tokens.push(checksum(`0x${path.slice(at, at + TOKEN_DIGITS)}`));
  }
  return tokens;
}
