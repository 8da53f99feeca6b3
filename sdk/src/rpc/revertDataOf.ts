import { isHex } from "./hex.ts";

/** Where providers and libraries put what they wrap. */
const WRAPPERS = ["data", "error", "info", "cause", "revert"] as const;
const MAX_DEPTH = 8;
/** Of `0x` and a selector. */
const LEAST_LENGTH = 10;

/** The revert data that an error of a library, of Hardhat or of a JSON-RPC provider carries; nothing where it carries none. */
export function revertDataOf(error: unknown, depth = 0): `0x${string}` | undefined {
  if (typeof error === "string") return isHex(error) && error.length >= LEAST_LENGTH ? error : undefined;
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return undefined;
  for (const key of WRAPPERS) {
    const found = revertDataOf((error as Record<string, unknown>)[key], depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
