import { TypedDataEncoder, type TypedDataDomain, type TypedDataField } from "ethers";

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

/** What is signed of a spot price. */
export function spotMessage({ price, observedAt }: SpotPrice, { market }: Pick<SpotScope, "market">) {
  return { market, price, observedAt };
}

/** The digest that reporters sign, as `SignedSpot.digestOf` computes it. */
export function spotDigest(spot: SpotPrice, scope: SpotScope): string {
  return TypedDataEncoder.hash(spotDomain(scope), SPOT_TYPES, spotMessage(spot, scope));
}
