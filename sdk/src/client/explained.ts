import { revertDataOf } from "./revertDataOf.ts";
import { toContractError } from "./toContractError.ts";

/** Waits for a call and turns a contract's refusal into a `ContractError`; other failures pass as they are. */
export async function explained<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const data = revertDataOf(error);
    throw data === undefined ? error : toContractError(data);
  }
}
