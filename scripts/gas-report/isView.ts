import type { FunctionFragment } from "ethers";

import { functionsOf } from "./functionsOf.ts";

/** Whether a method, by its name or signature, only reads, as the compiled contract has it; false where nothing says so. */
export function isView(
  contract: { readonly sourceName: string; readonly contractName: string },
  method: string,
): boolean {
  const found = functionsOf(contract, method);
  return found.length > 0 && found.every(isReading);
}

function isReading({ stateMutability }: FunctionFragment): boolean {
  return stateMutability === "view" || stateMutability === "pure";
}
