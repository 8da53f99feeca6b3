import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { MarketParameters, Parameters } from "../parameters/schema.ts";
import { marketId } from "./marketId.ts";

/** Whom a market's surface obeys, whose reports it takes, and what they are judged by. */
export interface SurfaceContext {
  readonly accessManager: string;
  readonly realisedVolatility: string;
  readonly reporters: Parameters["reporters"];
}

/** The market's volatility surface and who may report it. */
export const surfaceModule = (market: MarketParameters, context: SurfaceContext) =>
  buildModule(`Surface_${marketId(market)}`, (m) => ({
    surface: m.contract("VolatilitySurface", [
      context.accessManager,
      market.surface,
      [...context.reporters.addresses].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)),
      context.reporters.threshold,
      context.realisedVolatility,
    ]),
  }));
