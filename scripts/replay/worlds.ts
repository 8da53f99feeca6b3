import { fromWad, type RiskParams } from "@bulkhead/sdk";

import { WETH_USDC } from "../../deploy/parameters/wethUsdc.ts";
import { toRiskParams, TYPICAL_SIGNED_SPOT } from "../economics/terms.ts";
import { rescaled, type Close } from "./history.ts";
import type { MarketAssumptions } from "./marketPath.ts";
import type { ReplayOptions } from "./options.ts";
import type { SmileShape } from "./smile.ts";

/** A history to live through, with what is assumed of its market. */
export interface World {
  /** For records and file names. */
  readonly name: "index" | "ether-like";
  readonly title: string;
  readonly closes: readonly Close[];
  readonly assumptions: MarketAssumptions;
}

/** A tier of the deployment with its parameters as the model takes them. */
export interface ReplayTier {
  readonly name: string;
  readonly params: RiskParams;
}

/** Long-run volatility that a vault on the index would be set up for. */
const INDEX_VOLATILITY = 0.2;
const INDEX_SMILE: SmileShape = { skew: -0.5, curvature: 0.8 };
const ETHER_SMILE: SmileShape = { skew: -0.2, curvature: 0.8 };

/** The tiers of `deploy/parameters/wethUsdc.ts`. */
export const TIERS: readonly ReplayTier[] = WETH_USDC.tiers.map((tier) => ({
  name: tier.name,
  params: toRiskParams(tier),
}));

/**
 * The S&P 500 as it was, and the same days with every move as much larger as the market is more volatile that the local
 * parameters are for. What a feed leaves uncertain is in proportion to volatility.
 */
export function worldsOf(closes: readonly Close[], options: ReplayOptions): World[] {
  const { volatility } = options;
  const { aggregator, surface, realisedVolatility } = WETH_USDC;
  const assumptionsFor = (level: number, shape: SmileShape): MarketAssumptions => {
    const scale = level / fromWad(realisedVolatility.seed);
    return {
      volatility: level,
      shape,
      premiumRatio: options.premium,
      tolerance: options.tolerance,
      seed: options.seed,
      feedConfidence: fromWad(aggregator.deviation) * scale,
      signedSpot: { ...TYPICAL_SIGNED_SPOT, floor: TYPICAL_SIGNED_SPOT.floor * scale },
      volConfidence: fromWad(surface.confidenceFloor) * scale,
    };
  };
  return [
    {
      name: "index",
      title: "S&P 500 as it was",
      closes,
      assumptions: assumptionsFor(INDEX_VOLATILITY, INDEX_SMILE),
    },
    {
      name: "ether-like",
      title: `S&P 500 with its moves scaled to ${volatility} % volatility`,
      closes: rescaled(closes, volatility / 100),
      assumptions: assumptionsFor(volatility / 100, ETHER_SMILE),
    },
  ];
}
