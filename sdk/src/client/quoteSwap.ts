import { Contract, type BaseContract } from "ethers";

import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { isRevert } from "./isRevert.ts";
import { tokensOnPath } from "./tokensOnPath.ts";

export interface SwapRequest {
  /** From the collateral to the token of settlement (`encodePath`). */
  readonly path: string;
  /** Units of the collateral; positive buys so much of it, negative sells it. */
  readonly amount: bigint;
}

type Answer = readonly [amount: bigint, prices: readonly bigint[], ...rest: unknown[]];

interface QuoterContract extends BaseContract {
  readonly quoteExactInput: { staticCall(path: string, amountIn: bigint): Promise<Answer> };
  readonly quoteExactOutput: { staticCall(path: string, amountOut: bigint): Promise<Answer> };
}

const ANSWER = "(uint256 amount, uint160[] prices, uint32[] ticksCrossed, uint256 gasEstimate)";
const ABI = ["Input", "Output"].map(
  (side) => `function quoteExact${side}(bytes path, uint256 amount) returns ${ANSWER}`,
);

/**
 * Where a swap stops that a pool cannot take whole: Uniswap's least and greatest square root of a price, by direction.
 */
const LEAST_PRICE = 4_295_128_740n;
const GREATEST_PRICE = 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_341n;

/**
 * What a swap over Uniswap's pools would come to now. The pools say it and the node passes it on: neither is checked
 * here.
 * @returns units of the token of settlement, given for what is bought or received for what is sold
 * @throws OrderError where a pool is missing, or would not take the whole amount
 */
export async function quoteSwap(client: Client, { path, amount }: SwapRequest): Promise<bigint> {
  if (amount === 0n) return 0n;
  const [quoted, prices] = await ask(client, { path, amount });
  // A pool that runs dry is quoted for what it takes: the quoter does not say so, but the price ends at its limit.
  const dry = prices.findIndex((price) => price <= LEAST_PRICE || price >= GREATEST_PRICE);
  if (dry < 0) return quoted;
  throw new OrderError({
    expected: "pools that take the whole amount, all along the path",
    got: `one that runs dry on the way, of ${tokensOnPath(path)
      .slice(dry, dry + 2)
      .join(" and ")}`,
    action: "choose other pools, or swap less",
  });
}

async function ask({ deployment, runner }: Client, { path, amount }: SwapRequest): Promise<Answer> {
  const quoter = new Contract(deployment.uniswapQuoter, ABI, runner) as unknown as QuoterContract;
  try {
    // The same bytes serve both directions: what is bought stands first in a path of exact output.
    return await (amount > 0n
      ? quoter.quoteExactOutput.staticCall(path, amount)
      : quoter.quoteExactInput.staticCall(path, -amount));
  } catch (error) {
    if (!isRevert(error)) throw error;
    throw new OrderError({
      expected: "pools with enough liquidity all along the path",
      got: path,
      action: "choose other pools, or swap less",
    });
  }
}
