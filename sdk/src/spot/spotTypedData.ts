import { hashTypedData } from "../rpc/hashTypedData.ts";
import type { TypedData, TypedDataDomain, TypedDataField } from "../rpc/signTypedData.ts";
import type { SpotPrice } from "./SignedPrice.ts";

/** The EIP-712 type of a spot price. */
export const SPOT_TYPES: Record<string, TypedDataField[]> = {
  SpotPrice: [
    { name: "market", type: "string" },
    { name: "price", type: "uint256" },
    { name: "observedAt", type: "uint256" },
  ],
};

/** Where a signed spot price is valid: one market's contract on one chain. */
export interface SpotScope {
  readonly chainId: bigint;
  /** Address of the `SignedSpot`. */
  readonly verifyingContract: string;
  /** The market's name, "WETH/USDC". */
  readonly market: string;
}

/** The full EIP-712 domain of a signed spot. */
export function spotDomain({ chainId, verifyingContract }: Omit<SpotScope, "market">): TypedDataDomain {
  return { name: "Bulkhead Signed Spot", version: "1", chainId, verifyingContract };
}

/** A spot price as it is signed. */
export function spotTypedData({ price, observedAt }: SpotPrice, scope: SpotScope): TypedData {
  const message = { market: scope.market, price, observedAt };
  return { domain: spotDomain(scope), types: SPOT_TYPES, primaryType: "SpotPrice", message };
}

/** The digest that reporters sign, as `SignedSpot.digestOf` computes it. */
export function spotDigest(spot: SpotPrice, scope: SpotScope): string {
  return hashTypedData(spotTypedData(spot, scope));
}
