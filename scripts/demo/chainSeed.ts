import {
  calibrateSurface,
  curveFor,
  curveVariance,
  insideBidAsk,
  SECONDS_PER_YEAR,
  type Calibration,
} from "@bulkhead/sdk";

import { ofWhole, readChain, usableExpiries } from "../chain/readChain.ts";
import { WEEK } from "./calendar.ts";

/** What a market begins as: the surface of a real one. */
export interface ChainSeed {
  /** The market's underlying. */
  readonly symbol: "WETH" | "WBTC";
  readonly spot: number;
  /** At the money, a week ahead, a year. */
  readonly volatility: number;
  readonly calibration: Calibration;
  /** How many expiries the file has that too few quote for a slice. */
  readonly thinExpiries: number;
  /** Of the quotes in which there is interest, how many there are and which share encloses the surface. */
  readonly fit: { readonly quotes: number; readonly share: number };
}

/** Which market an underlying seeds; ether's where a file names none. */
const MARKET_OF: Readonly<Record<string, ChainSeed["symbol"]>> = { ETH: "WETH", BTC: "WBTC" };

/** Prices for which the story's deposits and orders are made. */
const SPOTS: Readonly<Record<ChainSeed["symbol"], { readonly least: number; readonly most: number }>> = {
  WETH: { least: 1_250, most: 5_000 },
  WBTC: { least: 50_000, most: 200_000 },
};

/**
 * Reads the option chain that `--chain` names and calibrates it.
 * @throws ChainFileError where the file is missing, malformed, or of another market
 */
export function readChainSeed(path: string): ChainSeed {
  const chain = readChain(path);
  const { underlying = "ETH", spot } = chain;
  const symbol = MARKET_OF[underlying];
  if (symbol === undefined) {
    throw ofWhole({
      expected: `options on ${Object.keys(MARKET_OF).join(" or ")}`,
      got: underlying,
      action: "give a chain of one of the demo's markets",
    });
  }
  const { least, most } = SPOTS[symbol];
  if (!(spot >= least && spot <= most)) {
    throw ofWhole({
      expected: `${underlying} at ${least} to ${most} dollars, as the demo's deposits and orders are made for`,
      got: String(spot),
      action: "give another day's chain, or name the underlying in an instrument column",
    });
  }
  const usable = usableExpiries(chain);
  const calibration = calibrateSurface(usable);
  return {
    symbol,
    spot,
    volatility: volatilityAWeekAhead(calibration),
    calibration,
    thinExpiries: chain.expiries.length - usable.expiries.length,
    fit: insideBidAsk(calibration, { chain: usable, isCounted: chain.isTraded }),
  };
}

function volatilityAWeekAhead(surface: Calibration): number {
  const curve = curveFor(surface, { expiry: surface.observedAt + WEEK, now: surface.observedAt });
  return Math.sqrt((curveVariance(curve, 0).w * SECONDS_PER_YEAR) / WEEK);
}
