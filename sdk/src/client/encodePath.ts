import { solidityPacked } from "ethers";

import { OrderError } from "../errors/OrderError.ts";

/** One pool on the way: its fee in hundredths of a basis point, and the token it leads to. */
export interface PoolStep {
  readonly fee: number;
  readonly token: string;
}

const MAX_POOLS = 4;

/** A path over Uniswap's pools as the swap router takes it: from a vault's collateral to the token the order is settled in. */
export function encodePath(collateral: string, pools: readonly PoolStep[]): string {
  if (pools.length === 0 || pools.length > MAX_POOLS) {
    throw new OrderError({
      expected: `a path over 1 to ${MAX_POOLS} pools`,
      got: String(pools.length),
      action: "name each pool by its fee and the token it leads to",
    });
  }
  const steps = pools.flatMap(({ fee, token }) => [fee, token]);
  return solidityPacked(["address", ...pools.flatMap(() => ["uint24", "address"])], [collateral, ...steps]);
}
