import { ContractError } from "../errors/ContractError.ts";
import { revertDataOf } from "./revertDataOf.ts";

/** Whether a call reached a contract that refused it: by its data, by ethers' mark, or by the node's words. */
export function isRevert(error: unknown): boolean {
  if (error instanceof ContractError || revertDataOf(error) !== undefined) return true;
  return (
    error instanceof Error &&
    (("code" in error && error.code === "CALL_EXCEPTION") || /\breverted\b/.test(error.message))
  );
}
