import { revertDataOf } from "../rpc/revertDataOf.ts";
import type { ErrorContext } from "./ErrorContext.ts";
import { firstLineOf } from "./firstLineOf.ts";
import { knownFailure } from "./knownFailure.ts";
import { SdkError } from "./SdkError.ts";
import { toContractError } from "./toContractError.ts";

/**
 * Any failure in one line: what was expected, what came, what to do. Never a stack trace.
 * @param context by which a contract's error is put in names and tokens (`toContractError`); those of the client's own actions are
 * @example
 * const line = explainError(new Error("no route to host"));
 */
export function explainError(error: unknown, context?: ErrorContext): string {
  if (error instanceof SdkError) return error.message;
  const data = revertDataOf(error);
  if (data !== undefined) return toContractError(data, context).message;
  const known = knownFailure(error);
  return known === undefined ? firstLineOf(error) : new SdkError(known).message;
}
