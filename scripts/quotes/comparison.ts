import { mean, median } from "./median.ts";
import { KINDS, PARTS, UTILISATIONS, type Part, type PricedOption, type Utilisation } from "./priceChain.ts";

/** One figure for each utilisation, as the JSON names them. */
export interface ByUtilisation {
  readonly u10: number;
  readonly u50: number;
  readonly u80: number;
}

const KEYS = { 0.1: "u10", 0.5: "u50", 0.8: "u80" } as const satisfies Record<Utilisation, keyof ByUtilisation>;

/** A spread at the money, dollars, call and put together. */
export interface AtTheMoney {
  /** Unix seconds. */
  readonly expiry: number;
  readonly days: number;
  readonly strike: number;
  readonly exchange: number;
  readonly ours: number;
  readonly ratio: number;
}

/** What the quotes should come to. */
export const GOALS = { askPremium: { u10: 0.05, u50: 0.12, u80: 0.25 }, spreadRatio: 3 } as const;

/** Expiries, in whole days from now, at which spreads are compared, and the utilisation. */
const SPREAD_DAYS = { from: 5, to: 40 } as const;
const SPREAD_UTILISATION = 0.1;

/** Our ask over the exchange's, less 1. */
export function askPremium({ ask, option }: PricedOption): number {
  return ask / option.ask - 1;
}

/** The median over options of our ask over the exchange's, at each utilisation. */
export function medianAskPremium(quotes: readonly PricedOption[]): ByUtilisation {
  const at = (utilisation: Utilisation): number =>
    median(quotes.filter((quote) => quote.utilisation === utilisation).map(askPremium));
  return { u10: at(0.1), u50: at(0.5), u80: at(0.8) };
}

/** The tier whose asks are lowest over all utilisations. */
export function betterTier(quotes: readonly PricedOption[]): string {
  const tiers = [...new Set(quotes.map(({ tier }) => tier))];
  const dearness = (tier: string): number => {
    const { u10, u50, u80 } = medianAskPremium(quotes.filter((quote) => quote.tier === tier));
    return u10 + u50 + u80;
  };
  return tiers.reduce((best, tier) => (dearness(tier) < dearness(best) ? tier : best));
}

/**
 * Of each expiry the strike next to the forward at which call and put both have two sides, and the spreads there: the
 * exchange's, and what buying and selling back costs.
 */
export function atTheMoney(quotes: readonly PricedOption[]): AtTheMoney[] {
  const twoSided = quotes.filter(({ option, utilisation }) => {
    const days = Math.floor(option.days);
    return (
      utilisation === SPREAD_UTILISATION &&
      option.bid !== undefined &&
      days >= SPREAD_DAYS.from &&
      days <= SPREAD_DAYS.to
    );
  });
  const expiries = [...new Set(twoSided.map(({ option }) => option.expiry))].sort((a, b) => a - b);
  return expiries.flatMap((expiry) => {
    const pair = nearestPair(twoSided.filter(({ option }) => option.expiry === expiry));
    const [first] = pair;
    if (first === undefined) return [];
    const sum = (spread: (quote: PricedOption) => number): number => pair.reduce((all, one) => all + spread(one), 0);
    const exchange = sum(({ option }) => option.ask - (option.bid ?? 0));
    const ours = sum(({ ask, bid }) => ask - bid);
    // Where the exchange's bid is its ask there is nothing to compare with.
    if (!(exchange > 0)) return [];
    const { days, strike } = first.option;
    return [{ expiry, days, strike, exchange, ours, ratio: ours / exchange }];
  });
}

/** Call and put on the strike next to the forward among those on which both are quoted; nothing where none is. */
function nearestPair(quotes: readonly PricedOption[]): readonly PricedOption[] {
  const strikes = [...new Set(quotes.map(({ option }) => option.strike))];
  const pairs = strikes
    .map((strike) => quotes.filter(({ option }) => option.strike === strike))
    .filter(({ length }) => length === KINDS.length);
  const distance = ([quote]: readonly PricedOption[]): number => Math.abs(quote?.option.logMoneyness ?? Infinity);
  return pairs.sort((a, b) => distance(a) - distance(b))[0] ?? [];
}

/** A range of tenors or deltas, `from` included, `to` not. */
export interface Bucket {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Days to expiry. */
export const TENORS: readonly Bucket[] = [
  { name: "under 2 days", from: 0, to: 2 },
  { name: "2 to 7 days", from: 2, to: 7 },
  { name: "7 to 30 days", from: 7, to: 30 },
  { name: "30 to 90 days", from: 30, to: Infinity },
];

/** Absolute delta. */
export const DELTAS: readonly Bucket[] = [
  { name: "5 to 15", from: 0, to: 0.15 },
  { name: "15 to 35", from: 0.15, to: 0.35 },
  { name: "35 to 65", from: 0.35, to: 0.65 },
  { name: "65 to 90", from: 0.65, to: Infinity },
];

/** One cell of tenor × delta × utilisation × tier. */
export interface Group {
  readonly tier: string;
  readonly utilisation: Utilisation;
  readonly tenor: string;
  readonly delta: string;
  readonly options: number;
  /** Medians over its options: our ask over the exchange's and our bid over its bid, less 1, and both spreads over its mid. */
  readonly askPremium: number;
  readonly bidPremium: number;
  readonly spread: number;
  readonly exchangeSpread: number;
  readonly parts: Readonly<Record<Part, number>>;
}

/** Quotes by tenor, delta, utilisation and tier; empty cells are left out. */
export function groupsOf(quotes: readonly PricedOption[]): Group[] {
  const tiers = [...new Set(quotes.map(({ tier }) => tier))];
  return tiers.flatMap((tier) =>
    TENORS.flatMap((tenor) =>
      DELTAS.flatMap((delta) =>
        UTILISATIONS.flatMap((utilisation): Group[] => {
          const own = quotes.filter(
            (quote) =>
              quote.tier === tier &&
              quote.utilisation === utilisation &&
              within(tenor, quote.option.days) &&
              within(delta, quote.option.delta),
          );
          if (own.length === 0) return [];
          return [{ tier, utilisation, tenor: tenor.name, delta: delta.name, ...cellOf(own) }];
        }),
      ),
    ),
  );
}

/** Whether a value is in a range. */
export function within({ from, to }: Bucket, value: number): boolean {
  return value >= from && value < to;
}

function cellOf(quotes: readonly PricedOption[]) {
  const twoSided = quotes.flatMap((quote) => {
    const { bid, ask } = quote.option;
    return bid === undefined ? [] : [{ quote, bid, mid: (bid + ask) / 2, spread: ask - bid }];
  });
  return {
    options: quotes.length,
    askPremium: median(quotes.map(askPremium)),
    bidPremium: median(twoSided.map(({ quote, bid }) => quote.bid / bid - 1)),
    spread: median(twoSided.map(({ quote, mid }) => (quote.ask - quote.bid) / mid)),
    exchangeSpread: median(twoSided.map(({ spread, mid }) => spread / mid)),
    parts: meanParts(quotes),
  };
}

/** Each part of the asks over the exchange's ask, on average over options: together the mean of ours over theirs. */
export function meanParts(quotes: readonly PricedOption[]): Record<Part, number> {
  const share = (part: Part): number => mean(quotes.map(({ parts, option }) => parts[part] / option.ask));
  return Object.fromEntries(PARTS.map((part) => [part, share(part)])) as Record<Part, number>;
}

/** "u10" of 0.1. */
export function keyOf(utilisation: Utilisation): keyof ByUtilisation {
  return KEYS[utilisation];
}
