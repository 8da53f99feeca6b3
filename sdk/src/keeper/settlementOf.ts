import { optionVaultAbi } from "./abis.ts";
import type { OpenExpiry } from "./openOf.ts";

/** The call that settles an expiry. */
export function settlementOf({ vault: { address }, expiry }: OpenExpiry) {
  return { address, abi: optionVaultAbi, functionName: "settle", args: [expiry] } as const;
}
