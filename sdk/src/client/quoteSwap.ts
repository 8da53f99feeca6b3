import { OrderError } from "../errors/OrderError.ts";
import { isRevert } from "../rpc/isRevert.ts";
import { read } from "../rpc/read.ts";
import type { Client } from "./connect.ts";
import { tokensOnPath } from "./tokensOnPath.ts";
import { uniswapQuoterAbi } from "./uniswapQuoterAbi.ts";
import { symbolText } from "./tokenInfo.ts";

export interface QuoteSwapParameters {
  /** From the collateral to the token of settlement (`encodePath`). */
  readonly path: string;
  /** Units of the collateral; positive buys so much of it, negative sells it. */
  readonly amount: bigint;
}

/** Units of the token of settlement, given for what is bought or received for what is sold. */
export type QuoteSwapResult = bigint;

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
 * @example
 * const { underlying, quote } = marketOf(client);
 * const path = encodePath(underlying.address, [{ fee: 500, token: quote.address }]);
 * const cost = await quoteSwap(client, { path, amount: 10n ** 15n });
 */
export async function quoteSwap(client: Client, { path, amount }: QuoteSwapParameters): Promise<QuoteSwapResult> {
  if (amount === 0n) return 0n;
  const [quoted, prices] = await ask(client, { path, amount });
  // A pool that runs dry is quoted for what it takes: the quoter does not say so, but the price ends at its limit.
  const dry = prices.findIndex((price) => price <= LEAST_PRICE || price >= GREATEST_PRICE);
  if (dry < 0) return quoted;
  throw new OrderError({
    expected: "pools that take the whole amount, all along the path",
    got: `one that runs dry on the way, of ${tokensOnPath(path)
      .slice(dry, dry + 2)
      .map((token) => symbolText(client, token))
      .join(" and ")}`,
    action: "choose other pools, or swap less",
  });
}

async function ask(
  client: Client,
  { path, amount }: QuoteSwapParameters,
): Promise<readonly [amount: bigint, prices: readonly bigint[], ...rest: unknown[]]> {
  const quoter = { address: client.deployment.uniswapQuoter, abi: uniswapQuoterAbi } as const;
  try {
    // The same bytes serve both directions: what is bought stands first in a path of exact output.
    return await (amount > 0n
      ? read(client, { ...quoter, functionName: "quoteExactOutput", args: [path, amount] })
      : read(client, { ...quoter, functionName: "quoteExactInput", args: [path, -amount] }));
  } catch (error) {
    if (!isRevert(error)) throw error;
    throw new OrderError({
      expected: "pools with enough liquidity all along the path",
      got: `pools of ${tokensOnPath(path)
        .map((token) => symbolText(client, token))
        .join(", ")} that have too little, or are not there`,
      action: "choose other pools, or swap less",
    });
  }
}
