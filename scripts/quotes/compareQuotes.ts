import {
  askPremium,
  atTheMoney,
  betterTier,
  groupsOf,
  medianAskPremium,
  type AtTheMoney,
  type ByUtilisation,
  type Group,
} from "./comparison.ts";
import { median } from "./median.ts";
import { priceChain, QUANTITY, UTILISATIONS, type PricedOption } from "./priceChain.ts";
import type { QuoteMarket } from "./quoteMarket.ts";
import { CAPITAL } from "./restingBook.ts";

/** Absolute delta. */
const AT_THE_MONEY = 0.5;

/** One tier's quotes against the exchange's. */
export interface TierComparison {
  readonly tier: string;
  readonly medianAskPremium: ByUtilisation;
  /** The same over all options in which there is interest, those too that vaults would not sell. */
  readonly medianAskPremiumOfAll: ByUtilisation;
  /** The same over what most is traded of: expiries that vaults have listed, out of the money, where a premium weighs most. */
  readonly medianAskPremiumOutOfTheMoney: ByUtilisation;
  readonly atTheMoney: readonly AtTheMoney[];
  /** The median over expiries. */
  readonly atmSpreadRatio: number;
}

/** All that a page or a program wants to know. */
export interface Comparison {
  readonly market: QuoteMarket;
  /** The tier whose asks are lowest, and its figures. */
  readonly tier: string;
  readonly medianAskPremium: ByUtilisation;
  readonly atmSpreadRatio: number;
  readonly tiers: readonly TierComparison[];
  /** Of options that vaults sell. */
  readonly groups: readonly Group[];
  readonly quotes: readonly PricedOption[];
  /** Options of the exchange that were compared, and those that vaults would not sell for their delta. */
  readonly options: { readonly sold: number; readonly refused: number };
}

/** Prices a chain and compares. */
export function compareQuotes(market: QuoteMarket): Comparison {
  const all = priceChain(market);
  const quotes = all.filter(({ option }) => option.isSold);
  const tiers = market.tiers.map(({ name }): TierComparison => {
    const own = quotes.filter(({ tier }) => tier === name);
    const spreads = atTheMoney(own);
    return {
      tier: name,
      medianAskPremium: medianAskPremium(own),
      medianAskPremiumOfAll: medianAskPremium(all.filter(({ tier }) => tier === name)),
      medianAskPremiumOutOfTheMoney: medianAskPremium(
        own.filter(({ option }) => market.listed.includes(option.expiry) && Math.abs(option.delta) < AT_THE_MONEY),
      ),
      atTheMoney: spreads,
      atmSpreadRatio: median(spreads.map(({ ratio }) => ratio)),
    };
  });
  const tier = betterTier(quotes);
  const better = tiers.find((candidate) => candidate.tier === tier);
  const askedOnce = (priced: readonly PricedOption[]): number =>
    priced.length / (market.tiers.length * UTILISATIONS.length);
  return {
    market,
    tier,
    medianAskPremium: better?.medianAskPremium ?? medianAskPremium([]),
    atmSpreadRatio: better?.atmSpreadRatio ?? NaN,
    tiers,
    groups: groupsOf(quotes),
    quotes,
    options: { sold: askedOnce(quotes), refused: askedOnce(all) - askedOnce(quotes) },
  };
}

/** The comparison as programs read it: one object. */
export function recordOf({ market, quotes, groups, tiers, ...figures }: Comparison): Record<string, unknown> {
  const { state, calibration } = market;
  return {
    medianAskPremium: figures.medianAskPremium,
    atmSpreadRatio: figures.atmSpreadRatio,
    tier: figures.tier,
    market: market.name,
    observedAt: state.now,
    spot: state.spot,
    spotPrice: state.signedSpot === undefined ? "push" : "signed",
    feedConfidence: state.feedConfidence,
    signedSpot: state.signedSpot,
    volConfidence: state.volConfidence,
    realisedVolatility: state.realisedVolatility,
    quantity: QUANTITY,
    riskCapital: CAPITAL,
    options: figures.options,
    fit: { insideBidAsk: calibration.insideBidAsk, expiries: calibration.statistics, dropped: calibration.dropped },
    tiers,
    groups,
    quotes: quotes.map((quote) => ({ ...quote, askPremium: askPremium(quote) })),
  };
}
