import type { ContractError } from "../errors/ContractError.ts";
import { revertDataOf } from "./revertDataOf.ts";

/** Waits for a call and turns a contract's refusal into a `ContractError`; other failures pass as they are. */
export async function explained<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const data = revertDataOf(error);
    throw data === undefined ? error : await refusalOf(data);
  }
}

/** Revert data in words. The guide to all errors is loaded when the first one comes: most visits need none of it. */
export async function refusalOf(data: string): Promise<ContractError> {
  const { toContractError } = await import("../errors/toContractError.ts");
  return toContractError(data);
}
