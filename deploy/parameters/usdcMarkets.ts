import { parseUnits } from "ethers";

/** A number as the contracts take it: 1e18 is 1. */
export const wad = (value: string): bigint => parseUnits(value, 18);

export const HOUR = 3_600;
export const DAY = 24 * HOUR;

/** Answers of dollar aggregators have the eight decimals of Chainlink's. */
export const DOLLAR_DECIMALS = 8;

/** Where an aggregator has no clamp of its own. */
const NO_CEILING = 2n ** 127n - 1n;

/** A coin in dollars: a round when the price has moved by half a per cent, and one an hour at least. */
export const DOLLAR_PRICE = {
  decimals: DOLLAR_DECIMALS,
  heartbeat: HOUR,
  grace: HOUR / 6,
  deviation: wad("0.005"),
  lowest: 0n,
  highest: NO_CEILING,
};

/** What all markets here are quoted in, and its own price in dollars: one aggregator for all of them. */
export const USDC = {
  quote: { name: "USD Coin", symbol: "USDC", decimals: 6 },
  quoteAggregator: {
    description: "USDC / USD",
    decimals: DOLLAR_DECIMALS,
    heartbeat: DAY,
    grace: HOUR,
    deviation: wad("0.0025"),
    lowest: 0n,
    highest: NO_CEILING,
  },
};

/**
 * Prices that reporters sign every few seconds, and what they leave uncertain: c_S = max(floor, 3·σ̂·√age). The floor is what
 * large exchanges differ by at one moment; three standard deviations of the seconds since cover what a picker may know.
 */
export const SIGNED_SPOT = {
  confidenceFloor: wad("0.0005"),
  /** Older ones don't count: the push feed then holds. Two of the chain's blocks, and what it takes to get into one. Seconds. */
  maxAge: 30,
  /** Seconds from the signature to the block that an order gets into: Ethereum's own twelve. */
  typicalAge: 12,
};

/** What tiers have in common: caps of fees as exchanges have them, and one day as the horizon of risk. */
const SHARED_BY_TIERS = {
  spotVolCorrelation: wad("-0.3"),
  horizon: DAY,
  premiumFeeCap: wad("0.125"),
  chargeFee: wad("0.1"),
};

/** What markets quoted in USDC have in common: how prices and reports are judged, which expiries there are, and the tiers. */
export const USDC_MARKET = {
  feed: { disagreementLimit: wad("0.02"), confidenceFloor: wad("0.001"), sequencerGrace: 0 },
  signedSpot: { maxAge: SIGNED_SPOT.maxAge, confidenceFloor: SIGNED_SPOT.confidenceFloor },
  surface: {
    confidenceFloor: wad("0.005"),
    confidenceGrowth: wad("1"),
    maxAge: 6 * HOUR,
    hourlyAllowance: wad("0.15"),
    dailyAllowance: wad("0.6"),
    bandLow: wad("0.3"),
    bandHigh: wad("4"),
    minExpiries: 2,
  },
  rate: wad("0.04"),
  /**
   * Named by what anyone can see: how close to fair value a vault quotes as it fills up. The lock fee is in proportion to the
   * rent that it guards. docs/adr/0010-default-parameters.md says why.
   */
  tiers: [
    {
      name: "wide",
      suffix: "w",
      riskAversion: wad("8"),
      capacityRent: wad("0.15"),
      volOfVol: wad("1"),
      notionalFee: wad("0.0003"),
      lockFee: wad("0.0003"),
      ...SHARED_BY_TIERS,
    },
    {
      name: "tight",
      suffix: "t",
      riskAversion: wad("4"),
      capacityRent: wad("0.05"),
      volOfVol: wad("0.7"),
      notionalFee: wad("0.0002"),
      lockFee: wad("0.0001"),
      ...SHARED_BY_TIERS,
    },
  ],
};

/** Which expiries a market has, and how their strikes are laid. */
export const CALENDAR = {
  dailies: 2,
  weeklies: 3,
  monthlies: 2,
  strikesPerExpiry: 8,
  ladderStep: wad("0.5"),
  minDelta: wad("0.05"),
  maxDelta: wad("0.9"),
  minTenor: 6 * HOUR,
  maxTenor: 90 * DAY,
};
