import { Contract, isError, type BaseContract } from "ethers";

import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { revertDataOf } from "./revertDataOf.ts";

export interface SwapRequest {
  /** From the collateral to the token of settlement (`encodePath`). */
  readonly path: string;
  /** Units of the collateral; positive buys so much of it, negative sells it. */
  readonly amount: bigint;
}

type Answer = readonly [amount: bigint, ...rest: unknown[]];

interface QuoterContract extends BaseContract {
  readonly quoteExactInput: { staticCall(path: string, amountIn: bigint): Promise<Answer> };
  readonly quoteExactOutput: { staticCall(path: string, amountOut: bigint): Promise<Answer> };
}

const ANSWER = "(uint256 amount, uint160[] prices, uint32[] ticksCrossed, uint256 gasEstimate)";
const ABI = ["Input", "Output"].map(
  (side) => `function quoteExact${side}(bytes path, uint256 amount) returns ${ANSWER}`,
);

/**
 * What a swap over Uniswap's pools would come to now.
 * @returns units of the token of settlement, given for what is bought or received for what is sold
 */
export async function quoteSwap({ deployment, runner }: Client, { path, amount }: SwapRequest): Promise<bigint> {
  if (amount === 0n) return 0n;
  const quoter = new Contract(deployment.uniswapQuoter, ABI, runner) as unknown as QuoterContract;
  try {
    // The same bytes serve both directions: what is bought stands first in a path of exact output.
    const answer = await (amount > 0n
      ? quoter.quoteExactOutput.staticCall(path, amount)
      : quoter.quoteExactInput.staticCall(path, -amount));
    return answer[0];
  } catch (error) {
    if (revertDataOf(error) === undefined && !isRevert(error)) throw error;
    throw new OrderError({
      expected: "pools with enough liquidity all along the path",
      got: path,
      action: "choose other pools, or swap less",
    });
  }
}

/** A revert without data, which a missing pool is: by ethers' mark, or by the words of providers that ethers does not wrap. */
function isRevert(error: unknown): boolean {
  return error instanceof Error && (isError(error, "CALL_EXCEPTION") || /\breverted\b/.test(error.message));
}
