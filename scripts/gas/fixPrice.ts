import type { NetworkConnection } from "hardhat/types/network";

import { answerOf, type GasMarket } from "./deployMarket.ts";

const HALF_AN_HOUR = 1_800;
const MINUTE = 60;
const MOST_ROUNDS = 512;

/** Passes an expiry with one price throughout its averaging window, and proves it. */
export async function fixPrice(
  { aggregator, expiryPrice }: GasMarket,
  {
    expiry,
    dollars,
    networkHelpers,
  }: { expiry: number; dollars: number; networkHelpers: NetworkConnection["networkHelpers"] },
): Promise<void> {
  await networkHelpers.time.setNextBlockTimestamp(expiry - HALF_AN_HOUR);
  await aggregator.push(answerOf(dollars));
  await networkHelpers.time.setNextBlockTimestamp(expiry + MINUTE);
  await expiryPrice.prove(expiry, await aggregator.latestRoundId(), 0, MOST_ROUNDS);
}
