import { isSame } from "../rpc/hex.ts";
import { read } from "../rpc/read.ts";
import { WAD } from "../units/constants.ts";
import { premiumOracleAbi, priceFeedAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import type { MarketInfo, TokenInfo } from "./Deployment.ts";

export interface OracleValueParameters {
  readonly from: string;
  readonly to: string;
  /** Units of `from`. */
  readonly amount: bigint;
}

/**
 * What an amount of one token is worth in another by the price feeds that the deployment's vaults trade by.
 * @returns units of `to`, rounded down; nothing where no markets lead from one to the other
 * @throws ContractError where a feed on the way gives no price now
 */
export async function oracleValue(client: Client, request: OracleValueParameters): Promise<bigint | undefined> {
  const { from, to, amount } = request;
  const steps = stepsBetween(client.deployment.markets, { from, to });
  if (steps === undefined) return undefined;
  let [numerator, denominator] = [amount, 1n];
  for (const { market, to: next } of steps) {
    const whole = WAD * 10n ** BigInt(market.underlying.decimals);
    const inQuote = (await priceOf(client, market)) * 10n ** BigInt(market.quote.decimals);
    const [up, down] = next === market.quote ? [inQuote, whole] : [whole, inQuote];
    [numerator, denominator] = [numerator * up, denominator * down];
  }
  return numerator / denominator;
}

interface Step {
  readonly market: MarketInfo;
  readonly to: TokenInfo;
}

/** Markets that lead from one token to another, the shorter way first: all markets of a deployment share their quote as a rule. */
function stepsBetween(
  markets: readonly MarketInfo[],
  { from, to }: { readonly from: string; readonly to: string },
): Step[] | undefined {
  const steps = markets.flatMap((market) => stepFrom(market, from));
  const last = steps.find((step) => isSame(step.to.address, to));
  if (last !== undefined) return [last];
  for (const step of steps) {
    const others = markets.filter((market) => market !== step.market);
    const rest = stepsBetween(others, { from: step.to.address, to });
    if (rest !== undefined) return [step, ...rest];
  }
  return undefined;
}

function stepFrom(market: MarketInfo, from: string): Step[] {
  if (isSame(market.underlying.address, from)) return [{ market, to: market.quote }];
  return isSame(market.quote.address, from) ? [{ market, to: market.underlying }] : [];
}

/** WAD quote per underlying. */
async function priceOf(client: Client, market: MarketInfo): Promise<bigint> {
  const oracle = { address: market.oracle, abi: premiumOracleAbi } as const;
  const feed = await read(client, { ...oracle, functionName: "feed", args: [] });
  return (await read(client, { address: feed, abi: priceFeedAbi, functionName: "read", args: [] })).price;
}
