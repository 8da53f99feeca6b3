import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { ZeroAddress } from "ethers";

import type { AggregatorParameters, Parameters } from "../parameters/schema.ts";

/** Where a market's aggregators are. */
export interface FeedContext {
  readonly accessManager: string;
  readonly underlyingAggregator: string;
  readonly quoteAggregator: string;
}

/** Underlying/USD over quote/USD: spot price, settlement price, realised volatility. */
export const feedsModule = ({ feed, realisedVolatility: volatility }: Parameters, context: FeedContext) =>
  buildModule("Feeds", (m) => {
    const underlying = termsOf(feed.underlying, context.underlyingAggregator);
    const quote = termsOf(feed.quote, context.quoteAggregator);
    const priceSource = m.contract("RatioSource", [underlying, feed.underlying.deviation, quote, feed.quote.deviation]);
    const priceFeed = m.contract("PriceFeed", [
      {
        sources: [priceSource],
        quorum: 1,
        disagreementLimit: feed.disagreementLimit,
        confidenceFloor: feed.confidenceFloor,
        sequencerFeed: feed.sequencerFeed ?? ZeroAddress,
        gracePeriod: feed.sequencerGrace,
      },
    ]);
    const expiryPrice = m.contract("ExpiryPrice", [context.accessManager, underlying, quote]);
    const realisedVolatility = m.contract("RealisedVolatility", [{ feed: priceFeed, ...volatility }]);
    return { priceSource, priceFeed, expiryPrice, realisedVolatility };
  });

/** `AggregatorConfig` of the contracts. */
function termsOf({ heartbeat, grace, lowest, highest }: AggregatorParameters, aggregator: string) {
  return { aggregator, maxAge: heartbeat + grace, lowest, highest };
}
