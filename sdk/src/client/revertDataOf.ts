import { isHexString } from "ethers";

/** Where providers and libraries put what they wrap. */
const WRAPPERS = ["data", "error", "info", "cause", "revert"] as const;
const MAX_DEPTH = 8;

/** The revert data that an error of ethers, of Hardhat or of a JSON-RPC provider carries; nothing where it carries none. */
export function revertDataOf(error: unknown, depth = 0): string | undefined {
  if (typeof error === "string") return isHexString(error) && error.length >= 10 ? error : undefined;
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return undefined;
  for (const key of WRAPPERS) {
    const found = revertDataOf((error as Record<string, unknown>)[key], depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
