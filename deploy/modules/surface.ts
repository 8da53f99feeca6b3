import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import type { MarketParameters, Parameters } from "../parameters/schema.ts";
import { ascending } from "./ascending.ts";
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
      ascending(context.reporters.addresses),
      context.reporters.threshold,
      context.realisedVolatility,
    ]),
  }));
