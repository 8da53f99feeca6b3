import { parseUnits } from "ethers";

const wad = (value: string): bigint => parseUnits(value, 18);

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Answers of both aggregators have the eight decimals of Chainlink's dollar feeds. */
export const DOLLAR_DECIMALS = 8;

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

/** A reported price's terms: ETH/USD with a heartbeat of an hour, the stablecoin's with one of a day. */
export const WETH_USDC_AGGREGATORS = {
  underlying: {
    description: "ETH / USD",
    decimals: DOLLAR_DECIMALS,
    heartbeat: HOUR,
    grace: HOUR / 6,
    deviation: wad("0.005"),
    lowest: 0n,
    highest: NO_CEILING,
  },
  quote: {
    description: "USDC / USD",
    decimals: DOLLAR_DECIMALS,
    heartbeat: DAY,
    grace: HOUR,
    deviation: wad("0.0025"),
    lowest: 0n,
    highest: NO_CEILING,
  },
};

/** What a WETH/USDC market is on every network: a call and a put vault in two tiers. */
export const WETH_USDC = {
  market: {
    name: "WETH/USDC",
    underlying: { name: "Wrapped Ether", symbol: "WETH", decimals: 18 },
    quote: { name: "USD Coin", symbol: "USDC", decimals: 6 },
  },
  feed: { disagreementLimit: wad("0.02"), confidenceFloor: wad("0.001"), sequencerGrace: 0 },
  realisedVolatility: { seed: wad("0.65"), halfLife: DAY, minSpacing: HOUR / 12, outlier: wad("5") },
  surface: {
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
  queue: { epochLength: DAY, minimumRequest: { call: wad("0.05"), put: wad("100") } },
  version: "OptionVault 1",
};
