import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { ZeroAddress } from "ethers";

import type { AggregatorParameters, MarketParameters, Parameters } from "../parameters/schema.ts";
import { ascending } from "./ascending.ts";
import { marketId } from "./marketId.ts";

/** Where a market's aggregators are. */
export interface FeedContext {
  readonly accessManager: string;
  readonly quoteTerms: Parameters["quoteAggregator"];
  readonly underlyingAggregator: string;
  readonly quoteAggregator: string;
  /** Who signs spot prices. */
  readonly reporters: Parameters["reporters"];
}

/** Underlying/USD over quote/USD: spot price, pushed and signed, settlement price, realised volatility. */
export const feedsModule = (market: MarketParameters, context: FeedContext) =>
  buildModule(`Feeds_${marketId(market)}`, (m) => {
    const { feed, aggregator, realisedVolatility: volatility } = market;
    const { quoteTerms } = context;
    const underlying = termsOf(aggregator, context.underlyingAggregator);
    const quote = termsOf(quoteTerms, context.quoteAggregator);
    const priceSource = m.contract("RatioSource", [underlying, aggregator.deviation, quote, quoteTerms.deviation]);
    const signedSpot =
      market.signedSpot &&
      m.contract("SignedSpot", [
        context.accessManager,
        { market: market.name, ...market.signedSpot },
        ascending(context.reporters.addresses),
        context.reporters.threshold,
      ]);
    // Spot and realised volatility at one address: a purchase asks for both.
    const priceFeed = m.contract("MarketFeed", [
      {
        sources: [priceSource],
        quorum: 1,
        disagreementLimit: feed.disagreementLimit,
        confidenceFloor: feed.confidenceFloor,
        sequencerFeed: feed.sequencerFeed ?? ZeroAddress,
        gracePeriod: feed.sequencerGrace,
        signedSpot: signedSpot ?? ZeroAddress,
      },
      { feed: ZeroAddress, ...volatility },
    ]);
    const expiryPrice = m.contract("ExpiryPrice", [context.accessManager, underlying, quote]);
    return { priceSource, priceFeed, expiryPrice, realisedVolatility: priceFeed, ...(signedSpot && { signedSpot }) };
  });

/** `AggregatorConfig` of the contracts. */
function termsOf({ heartbeat, grace, lowest, highest }: AggregatorParameters, aggregator: string) {
  return { aggregator, maxAge: heartbeat + grace, lowest, highest };
}
