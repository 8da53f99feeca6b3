import { readFileSync, statSync } from "node:fs";

import {
  calibrateSurface,
  ChainFileError,
  curveFor,
  curveVariance,
  insideBidAsk,
  MIN_QUOTES,
  observations,
  readOptionChain,
  SECONDS_PER_YEAR,
  type Calibration,
  type ChainFile,
} from "@bulkhead/sdk";

import { WEEK } from "./calendar.ts";

/** What a market begins as: the surface of a real one. */
export interface ChainSeed {
  /** The market's underlying. */
  readonly symbol: "WETH" | "WBTC";
  readonly spot: number;
  /** At the money, a week ahead, a year. */
  readonly volatility: number;
  readonly calibration: Calibration;
  /** Of the quotes in which there is interest, how many there are and which share encloses the surface. */
  readonly fit: { readonly quotes: number; readonly share: number };
}

const MOST_BYTES = 10_000_000;
const MS_PER_SECOND = 1_000;

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
  const chain = readOptionChain(textOf(path), { observedAt: Math.floor(Date.now() / MS_PER_SECOND) });
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
    fit: insideBidAsk(calibration, { chain: usable, isCounted: chain.isTraded }),
  };
}

function textOf(path: string): string {
  const found = attempt(path, () => statSync(path));
  if (!found.isFile()) {
    throw ofWhole({ expected: "a file", got: "none", action: `check the path ${path}` });
  }
  const { size } = found;
  if (size > MOST_BYTES) {
    throw ofWhole({ expected: `at most ${MOST_BYTES} bytes`, got: `${size}`, action: "give one chain of one day" });
  }
  const bytes = attempt(path, () => readFileSync(path));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw ofWhole({ expected: "a text file in UTF-8", got: "other bytes", action: "give a CSV file" });
  }
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw ofWhole({ expected: "a file that can be read", got: code, action: `check the path ${path}` });
  }
}

/** Without the expiries that too few quote. */
function usableExpiries(chain: ChainFile): ChainFile {
  const counts = chain.expiries.map((expiry) => observations(expiry, chain.observedAt).length);
  const expiries = chain.expiries.filter((_, index) => (counts[index] ?? 0) >= MIN_QUOTES);
  if (expiries.length > 0) return { ...chain, expiries };
  throw ofWhole({
    expected: `an expiry with at least ${MIN_QUOTES} out-of-the-money options that have both bid and ask`,
    got: `at most ${Math.max(...counts)}`,
    action: "give a chain with more quotes",
  });
}

function volatilityAWeekAhead(surface: Calibration): number {
  const curve = curveFor(surface, { expiry: surface.observedAt + WEEK, now: surface.observedAt });
  return Math.sqrt((curveVariance(curve, 0).w * SECONDS_PER_YEAR) / WEEK);
}

function ofWhole(what: { expected: string; got: string; action: string }): ChainFileError {
  return new ChainFileError({ line: 0 }, what);
}
