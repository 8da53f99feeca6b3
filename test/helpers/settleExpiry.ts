import type { LiveMarket } from "../fixtures/liveMarket.ts";

const BEFORE_WINDOW = 40 * 60;
const MOST_ROUNDS = 64;

/** Lets an expiry come at a price that is `percent` of the present one, proves it, and settles every vault. */
export async function settleExpiry(
  market: Pick<LiveMarket, "connection" | "underlyingAggregator" | "quoteAggregator" | "expiryPrice" | "vaults">,
  { expiry, percent }: { expiry: number; percent: bigint },
): Promise<void> {
  const { connection, underlyingAggregator, quoteAggregator, expiryPrice, vaults } = market;
  const { time } = connection.networkHelpers;
  const [, price] = await underlyingAggregator.latestRoundData();
  const [, dollar] = await quoteAggregator.latestRoundData();
  await time.increaseTo(expiry - BEFORE_WINDOW);
  await underlyingAggregator.push((price * percent) / 100n);
  await quoteAggregator.push(dollar);
  const rounds = await Promise.all([underlyingAggregator.latestRoundId(), quoteAggregator.latestRoundId()]);
  await time.increaseTo(expiry + 60);
  await expiryPrice.prove(expiry, ...rounds, MOST_ROUNDS);
  for (const { contract } of vaults) await contract.settle(expiry);
}
