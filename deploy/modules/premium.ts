import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { Parameters } from "../parameters/schema.ts";

/** What a market's oracle reads. */
export interface PremiumContext {
  readonly accessManager: string;
  readonly priceFeed: string;
  readonly surface: string;
  readonly realisedVolatility: string;
}

/** The market's premiums. */
export const premiumModule = (parameters: Parameters, context: PremiumContext) =>
  buildModule("Premium", (m) => ({
    oracle: m.contract("PremiumOracle", [
      context.accessManager,
      context.priceFeed,
      context.surface,
      context.realisedVolatility,
      parameters.rate,
      parameters.yield,
    ]),
  }));
