import { parseUnits } from "ethers";

import { Parameters } from "./schema.ts";

/** Who does what on a local network. */
export interface LocalActors {
  readonly governor: string;
  readonly guardian: string;
  readonly feeRecipient: string;
  readonly priceKeeper: string;
  readonly reporters: readonly string[];
}

const wad = (value: string): bigint => parseUnits(value, 18);

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Answers of both aggregators have the eight decimals of Chainlink's dollar feeds. */
const DOLLAR_DECIMALS = 8;
const dollars = (value: string): bigint => parseUnits(value, DOLLAR_DECIMALS);

/** Where an aggregator has no clamp of its own. */
const NO_CEILING = 2n ** 127n - 1n;

/** What the tiers of a market have in common: fees as exchanges have them, and one day as the horizon of risk. */
const SHARED_BY_TIERS = {
  spotVolCorrelation: wad("-0.3"),
  horizon: DAY,
  notionalFee: wad("0.0003"),
  premiumFeeCap: wad("0.125"),
  chargeFee: wad("0.1"),
  lockFee: wad("0.0003"),
};

/** A WETH/USDC market with a call and a put vault in two tiers, on a chain that nobody else uses. */
export function localParameters(actors: LocalActors): Parameters {
  return Parameters.parse({
    network: "local",
    local: true,
    market: {
      name: "WETH/USDC",
      underlying: { name: "Wrapped Ether", symbol: "WETH", decimals: 18 },
      quote: { name: "USD Coin", symbol: "USDC", decimals: 6 },
    },
    priceKeeper: actors.priceKeeper,
    feed: {
      underlying: {
        description: "ETH / USD",
        initialAnswer: dollars("2000"),
        decimals: DOLLAR_DECIMALS,
        heartbeat: HOUR,
        grace: HOUR / 6,
        deviation: wad("0.005"),
        lowest: 0n,
        highest: NO_CEILING,
      },
      quote: {
        description: "USDC / USD",
        initialAnswer: dollars("1"),
        decimals: DOLLAR_DECIMALS,
        heartbeat: DAY,
        grace: HOUR,
        deviation: wad("0.0025"),
        lowest: 0n,
        highest: NO_CEILING,
      },
      disagreementLimit: wad("0.02"),
      confidenceFloor: wad("0.001"),
      sequencerGrace: 0,
    },
    realisedVolatility: { seed: wad("0.65"), halfLife: DAY, minSpacing: HOUR / 12, outlier: wad("5") },
    surface: {
      reporters: [...actors.reporters],
      threshold: Math.floor(actors.reporters.length / 2) + 1,
      parameters: {
        confidenceFloor: wad("0.01"),
        confidenceGrowth: wad("1"),
        maxAge: 6 * HOUR,
        hourlyAllowance: wad("0.15"),
        dailyAllowance: wad("0.6"),
        bandLow: wad("0.3"),
        bandHigh: wad("4"),
        minExpiries: 2,
      },
    },
    rate: wad("0.04"),
    yield: wad("0.03"),
    series: {
      tickSize: wad("10"),
      lotSize: wad("0.01"),
      minOrder: wad("0.1"),
      dailies: 2,
      weeklies: 3,
      monthlies: 2,
      strikesPerExpiry: 8,
      ladderStep: wad("0.5"),
      minDelta: wad("0.05"),
      maxDelta: wad("0.9"),
      minTenor: 6 * HOUR,
      maxTenor: 90 * DAY,
    },
    tiers: [
      {
        name: "conservative",
        suffix: "c",
        riskAversion: wad("8"),
        capacityRent: wad("0.15"),
        volOfVol: wad("1"),
        ...SHARED_BY_TIERS,
      },
      {
        name: "aggressive",
        suffix: "a",
        riskAversion: wad("4"),
        capacityRent: wad("0.08"),
        volOfVol: wad("0.7"),
        ...SHARED_BY_TIERS,
      },
    ],
    version: "OptionVault 1",
    roles: {
      governor: actors.governor,
      guardian: actors.guardian,
      feeRecipient: actors.feeRecipient,
      governorDelay: 2 * DAY,
    },
  });
}
