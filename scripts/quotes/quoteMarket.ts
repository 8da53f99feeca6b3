import {
  buildReport,
  calibrateSurface,
  curvesOf,
  fromWad,
  SECONDS_PER_YEAR,
  type Calibration,
  type ChainFile,
  type MarketState,
  type RiskParams,
} from "@bulkhead/sdk";

import type { MarketParameters } from "../../deploy/parameters/schema.ts";
import { USDC } from "../../deploy/parameters/usdcMarkets.ts";
import { WBTC_USDC } from "../../deploy/parameters/wbtcUsdc.ts";
import { WETH_USDC } from "../../deploy/parameters/wethUsdc.ts";
import { ofWhole, readChain, usableExpiries } from "../chain/readChain.ts";
import { toRiskParams, TYPICAL_SIGNED_SPOT } from "../economics/terms.ts";
import { UsageError } from "../node/UsageError.ts";
import { isOnCalendar } from "./isOnCalendar.ts";
import type { QuotesOptions } from "./options.ts";

/** What a market is on every network: all but how large its vaults are meant to be. */
type MarketTable = Omit<MarketParameters, "tiers" | "leastDeposit"> & {
  readonly tiers: readonly MarketParameters["tiers"][number][];
};

/** A tier as pricing takes it. */
export interface QuotedTier {
  readonly name: string;
  readonly params: RiskParams;
}

/** A real market as our vaults would see it. */
export interface QuoteMarket {
  /** The deployment's name, "WBTC/USDC". */
  readonly name: string;
  /** "BTC" */
  readonly coin: string;
  /** With the expiries that a vault may sell, and nothing else. */
  readonly chain: ChainFile;
  readonly calibration: Calibration;
  readonly state: MarketState;
  readonly series: MarketTable["series"];
  /** The chain's expiries that vaults have listed. */
  readonly listed: readonly number[];
  readonly tiers: readonly QuotedTier[];
}

/** Which deployment an underlying's options are compared with. */
const MARKET_OF: Readonly<Record<string, MarketTable>> = { BTC: WBTC_USDC, ETH: WETH_USDC };

/** Reporters sign a surface every half hour; half of that is the usual age of what is priced with, seconds. */
const SURFACE_AGE = 900;
/** As many expiries as one report carries. */
const MAX_EXPIRIES = 8;
const PER_CENT = 100;

/**
 * Reads a chain and calibrates it as reporters do.
 * @throws ChainFileError where it cannot be read, or has nothing that a vault would sell
 * @throws UsageError where there is no tier of the name that was asked for
 */
export function readQuoteMarket(options: QuotesOptions): QuoteMarket {
  const all = readChain(options.chain);
  const { underlying: coin = "ETH", observedAt: now } = all;
  const table = MARKET_OF[coin];
  if (table === undefined) {
    throw ofWhole({
      expected: `options on ${Object.keys(MARKET_OF).join(" or ")}`,
      got: coin,
      action: "give a chain of a market that deploy/parameters has",
    });
  }
  const { series } = table;
  const usable = usableExpiries(all);
  const within = usable.expiries.filter(
    ({ expiry }) => expiry - now >= series.minTenor && expiry - now <= series.maxTenor,
  );
  const chain = { ...usable, expiries: within.slice(0, MAX_EXPIRIES) };
  const listed = chain.expiries
    .map(({ expiry }) => expiry)
    .filter((expiry) => isOnCalendar(expiry, { now, rules: series }));
  if (listed.length === 0) {
    throw ofWhole({
      expected: "an expiry that vaults list: one of the coming days, Fridays, or last Fridays of a month",
      got: usable.expiries.map(({ expiry }) => new Date(expiry * 1_000).toISOString().slice(0, 10)).join(", "),
      action: "give a chain with such an expiry",
    });
  }
  const calibration = calibrateSurface(chain);
  // What the chain would refuse no reporter signs.
  buildReport(calibration, { round: 1n, confidence: fromWad(table.surface.confidenceFloor) });
  return {
    name: table.name,
    coin,
    chain,
    calibration,
    state: stateOf(table, { calibration, spot: chain.spot, options }),
    series,
    listed,
    tiers: tiersOf(table, options.tier),
  };
}

function stateOf(
  { surface, aggregator, realisedVolatility, rate, yield: yieldRate }: MarketTable,
  { calibration, spot, options }: { calibration: Calibration; spot: number; options: QuotesOptions },
): MarketState {
  const now = calibration.observedAt;
  const [underlying, quote] = [fromWad(aggregator.deviation), fromWad(USDC.quoteAggregator.deviation)];
  const growth = fromWad(surface.confidenceGrowth) * Math.sqrt(SURFACE_AGE / SECONDS_PER_YEAR);
  return {
    now,
    spot,
    // Of the ratio of two prices, as `RatioSource` states it.
    feedConfidence: (underlying + quote) / (1 - quote),
    ...(options.signed ? { signedSpot: TYPICAL_SIGNED_SPOT } : {}),
    volConfidence: Math.max(fromWad(surface.confidenceFloor), growth),
    rate: fromWad(rate),
    yieldRate: fromWad(yieldRate),
    realisedVolatility: options.realised === undefined ? fromWad(realisedVolatility.seed) : options.realised / PER_CENT,
    curveOf: curvesOf(calibration, now),
  };
}

function tiersOf({ tiers }: MarketTable, wanted: string | undefined): QuotedTier[] {
  const chosen = tiers.filter(({ name }) => wanted === undefined || name === wanted);
  if (chosen.length > 0) return chosen.map((tier) => ({ name: tier.name, params: toRiskParams(tier) }));
  const names = tiers.map(({ name }) => name).join(" or ");
  throw new UsageError({ expected: `--tier ${names}`, got: `"${wanted ?? ""}"`, action: "name one of them" });
}
