import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { Parameters } from "../parameters/schema.ts";

/** Tokens and aggregators of a local network, where the real ones are missing. */
export const devnetModule = (parameters: Parameters, priceKeeper: string) =>
  buildModule("Devnet", (m) => {
    const { market, feed } = parameters;
    const token = ({ name, symbol, decimals }: typeof market.underlying, id: string) =>
      m.contract("DevToken", [name, symbol, decimals], { id });
    const aggregator = ({ decimals, description, initialAnswer }: typeof feed.underlying, id: string) =>
      m.contract("SettableAggregator", [decimals, description, initialAnswer ?? 0n, priceKeeper], { id });
    return {
      underlying: token(market.underlying, "Underlying"),
      quote: token(market.quote, "Quote"),
      underlyingAggregator: aggregator(feed.underlying, "UnderlyingAggregator"),
      quoteAggregator: aggregator(feed.quote, "QuoteAggregator"),
    };
  });
