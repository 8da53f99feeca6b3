import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { MarketParameters } from "../parameters/schema.ts";
import { marketId } from "./marketId.ts";

/** What a market's oracle reads. */
export interface PremiumContext {
  readonly accessManager: string;
  readonly priceFeed: string;
  readonly surface: string;
  readonly realisedVolatility: string;
}

/** The market's premiums. */
export const premiumModule = (market: MarketParameters, context: PremiumContext) =>
  buildModule(`Premium_${marketId(market)}`, (m) => ({
    oracle: m.contract("PremiumOracle", [
      context.accessManager,
      context.priceFeed,
      context.surface,
      context.realisedVolatility,
      market.rate,
      market.yield,
    ]),
  }));
