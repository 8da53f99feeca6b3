import { getAddress, isAddress, ZeroAddress } from "ethers";
import { z } from "zod";

import { WAITS } from "./waits.ts";

/** A checksummed address. */
export const Address = z
  .string()
  .refine((text) => isAddress(text) && getAddress(text) !== ZeroAddress, {
    message: "expected an address, and not zero",
  })
  .transform((address) => getAddress(address));

/** What is said where `isOverseen` is false. */
export const OVERSEEN = "expected another than the governor: whoever proposes must not be the one who cancels";

/** 1e18 is 1. */
const Wad = z.bigint().nonnegative();
const PositiveWad = z.bigint().positive();
const Seconds = z.int().nonnegative();

/** An aggregator that exists, or the price of one that is to be made (local networks only). */
const Aggregator = z.object({
  /** Deployed aggregator; left out, a settable one is deployed. */
  address: Address.optional(),
  /** What is priced in what. */
  description: z.string(),
  /** First answer of a settable one, in its decimals. */
  initialAnswer: z.bigint().positive().optional(),
  decimals: z.int().min(0).max(18),
  /** Longest time between two answers that the provider promises, and what may come on top. Seconds. */
  heartbeat: Seconds,
  grace: Seconds,
  /** The move that makes the provider answer, WAD. */
  deviation: Wad,
  /** The aggregator's own clamps, in its decimals. */
  lowest: z.bigint().nonnegative(),
  highest: z.bigint().positive(),
});

/** A token that exists, or one that is to be made (local networks only). */
const Token = z.object({
  address: Address.optional(),
  name: z.string(),
  symbol: z.string(),
  decimals: z.int().min(0).max(18),
});

/** How a market's spot price is judged. */
const Feed = z.object({
  /** Largest (highest − lowest)/median over sources, WAD. */
  disagreementLimit: PositiveWad,
  /** Smallest confidence ever reported, WAD. */
  confidenceFloor: PositiveWad,
  /** Uptime feed of an L2's sequencer. */
  sequencerFeed: Address.optional(),
  sequencerGrace: Seconds,
});

/** `SignedSpot.Config` of the contracts, less the market's name: spot prices that the reporters sign. */
const SignedSpot = z.object({
  /** Seconds after which a signed price is neither taken nor read. */
  maxAge: z.int().positive(),
  /** Confidence of a signed price of age zero, WAD. */
  confidenceFloor: PositiveWad,
});

/** `RealisedVolatility.EstimatorConfig` of the contracts. */
const RealisedVolatility = z.object({
  /** Volatility before there is any observation, WAD a year: the market's own on the day of the deployment. */
  seed: PositiveWad,
  /** Seconds after which an observation has lost half its weight. */
  halfLife: Seconds,
  /** Seconds between two observations at least. */
  minSpacing: Seconds,
  /** Largest move that counts in full besides the feed's grain, in standard deviations, WAD. */
  outlier: PositiveWad,
});

/** `SurfaceParameters` of the contracts. Volatilities are WAD a year. */
const Surface = z.object({
  confidenceFloor: PositiveWad,
  confidenceGrowth: PositiveWad,
  maxAge: Seconds,
  hourlyAllowance: PositiveWad,
  dailyAllowance: PositiveWad,
  bandLow: Wad,
  bandHigh: PositiveWad,
  minExpiries: z.int().min(1).max(8),
});

const Series = z.object({
  tickSize: PositiveWad,
  lotSize: PositiveWad,
  minOrder: PositiveWad,
  dailies: z.int().min(0),
  weeklies: z.int().min(0),
  monthlies: z.int().min(0),
  strikesPerExpiry: z.int().min(1).max(16),
  ladderStep: PositiveWad,
  minDelta: Wad,
  maxDelta: PositiveWad,
  minTenor: Seconds,
  maxTenor: Seconds,
});

/** `RiskParams` of the contracts, less what the vault's state decides. */
const Tier = z.object({
  name: z.string(),
  /** Tells a tier's shares apart. */
  suffix: z.string(),
  riskAversion: Wad,
  capacityRent: Wad,
  volOfVol: Wad,
  spotVolCorrelation: z.bigint(),
  horizon: Seconds,
  notionalFee: Wad,
  premiumFeeCap: Wad,
  chargeFee: Wad,
  lockFee: Wad,
});

/** How a vault's redeem queue works. */
const Queue = z.object({
  /** Seconds for which requests are gathered, and then may be filled. */
  epochLength: z.int().positive(),
  /** Smallest request of a call and of a put vault, WAD shares: against dust. */
  minimumRequest: z.object({ call: PositiveWad, put: PositiveWad }),
});

/** Where the swap router swaps, and whose signatures it takes. */
const SwapVenue = z.object({
  /** Uniswap's SwapRouter02. */
  uniswapRouter: Address,
  /** Uniswap's QuoterV2: for clients, no contract calls it. */
  uniswapQuoter: Address,
  permit2: Address,
});

const Roles = z
  .object({
    governor: Address,
    guardian: Address,
    /** Gets the protocol's part of fees. */
    feeRecipient: Address,
    /** How long acts of GOVERNOR, REGISTRAR and ADMIN wait, seconds; `WAITS` says what each of them may do. */
    governorDelay: Seconds.min(WAITS.governorDelay),
    registrarDelay: Seconds.min(WAITS.registrarDelay),
    adminDelay: Seconds.min(WAITS.adminDelay),
  })
  .refine(isOverseen, { path: ["guardian"], message: OVERSEEN });

/** Whether somebody else than the governor cancels what the governor proposes. */
export function isOverseen({ governor, guardian }: { governor: string; guardian: string }): boolean {
  return governor !== guardian;
}

/** As many as the contracts take (`ReporterSet.MAX_REPORTERS`). */
const MAX_REPORTERS = 16;

/** Reporters in any order, nobody twice. */
export const ReporterAddresses = z
  .array(Address)
  .min(1)
  .max(MAX_REPORTERS, { message: `expected at most ${MAX_REPORTERS} reporters` })
  .superRefine((addresses, context) => {
    const known = addresses.map((address) => address.toLowerCase());
    for (const [index, address] of known.entries()) {
      if (known.indexOf(address) === index) continue;
      context.addIssue({
        code: "custom",
        path: [index],
        message: "expected each reporter once, got it twice; drop one",
      });
    }
  });

/** Who signs volatility surfaces and spot prices, for every market. */
const Reporters = z
  .object({
    /** In any order; the contracts get them ascending. */
    addresses: ReporterAddresses,
    /** Signatures that a report or a spot price needs: a majority. */
    threshold: z.int().positive(),
  })
  .refine(({ threshold, addresses }) => threshold <= addresses.length && 2 * threshold > addresses.length, {
    message: "expected a threshold that is a majority of the reporters",
  });

/** One market: an underlying, its prices and volatility, and a call and a put vault for each tier. */
const Market = z.object({
  /** "WETH/USDC" */
  name: z.string(),
  underlying: Token,
  /** The underlying in dollars. */
  aggregator: Aggregator,
  feed: Feed,
  /** Left out, the market knows its push feed's price alone. */
  signedSpot: SignedSpot.optional(),
  realisedVolatility: RealisedVolatility,
  surface: Surface,
  /** WAD a year. */
  rate: Wad,
  yield: Wad,
  series: Series,
  tiers: z.array(Tier).min(1),
  /**
   * Least first deposit of a call and of a put vault, token units of its collateral: a hundredth of what it is meant to hold. A first
   * deposit of up to a hundred of them is risk capital at once. Of a larger one the rest becomes it by and by: asks are dear for
   * some days. In a vault that begins much smaller whoever comes first can have bids stay low for some days (docs/fairness.md).
   */
  leastDeposit: z.object({ call: z.bigint().positive(), put: z.bigint().positive() }),
  queue: Queue,
});

/** Everything that a deployment decides: one table a network. */
export const Parameters = z
  .object({
    network: z.string(),
    /** Whether tokens and aggregators may be made where the table names none. */
    local: z.boolean(),
    /** Who sets the prices of settable aggregators. */
    priceKeeper: Address.optional(),
    /** What every market is quoted in, and that in dollars. */
    quote: Token,
    quoteAggregator: Aggregator,
    markets: z.array(Market).min(1),
    reporters: Reporters,
    /** Left out, Uniswap and Permit2 are put on the chain (local networks only). */
    swapVenue: SwapVenue.optional(),
    /** Readable name of the vault code that is registered. */
    version: z.string(),
    roles: Roles,
  })
  .refine(({ markets }) => new Set(markets.map(({ name }) => name)).size === markets.length, {
    message: "expected every market to have a name of its own",
  })
  .refine(
    ({ local, quote, quoteAggregator, markets }) =>
      local ||
      allGiven([quote, quoteAggregator, ...markets.flatMap(({ underlying, aggregator }) => [underlying, aggregator])]),
    {
      message: "expected every token and aggregator to have an address: only local networks make their own",
    },
  )
  .refine(({ local, swapVenue }) => local || swapVenue !== undefined, {
    message: "expected a swap venue: only local networks make their own",
  });

/** Everything that a deployment decides. */
export type Parameters = z.infer<typeof Parameters>;
/** What a deployment decides of one market. */
export type MarketParameters = z.infer<typeof Market>;
/** One tier of vaults. */
export type Tier = z.infer<typeof Tier>;
/** An aggregator's terms. */
export type AggregatorParameters = z.infer<typeof Aggregator>;
/** A token's terms. */
export type TokenParameters = z.infer<typeof Token>;

function allGiven(items: readonly { address?: string | undefined }[]): boolean {
  return items.every(({ address }) => address !== undefined);
}
