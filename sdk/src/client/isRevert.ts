import { isError } from "ethers";

import { revertDataOf } from "./revertDataOf.ts";

/**
 * Whether a call reached a contract that refused it: by its data, by ethers' mark, or by the words of providers that
 * ethers does not wrap.
 */
export function isRevert(error: unknown): boolean {
  if (revertDataOf(error) !== undefined) return true;
  return error instanceof Error && (isError(error, "CALL_EXCEPTION") || /\breverted\b/.test(error.message));
}
