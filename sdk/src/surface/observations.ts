import { impliedVolatility } from "../pricing/impliedVolatility.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import { NoVolatilityError } from "../errors/NoVolatilityError.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import type { ExpiryQuotes, OptionQuote } from "./OptionChain.ts";

/** What a two-sided quote says about the smile. */
export interface Observation {
  /** ln(K/F) */
  readonly k: number;
  readonly bidVolatility: number;
  readonly askVolatility: number;
  readonly midVolatility: number;
  /** Total variance at the mid volatility. */
  readonly variance: number;
  /** One over the half spread in total variance: vega over spread, in the units of the fit. */
  readonly weight: number;
}

/** No quote is trusted more closely than this share of its volatility, so that one tight quote can't decide a fit alone. */
const MIN_RELATIVE_SPREAD = 0.002;

/** A quote wider than this share of its volatility says nothing. */
const MAX_RELATIVE_SPREAD = 1;

/**
 * The two-sided out-of-the-money quotes of an expiry as volatilities, ascending by k. In-the-money options say the same as
 * their out-of-the-money twins, with wider spreads.
 */
export function observations(chain: ExpiryQuotes, observedAt: number): Observation[] {
  const years = (chain.expiry - observedAt) / SECONDS_PER_YEAR;
  if (years <= 0) return [];
  return chain.quotes
    .filter(({ kind, strike }) => (kind === OptionKind.Call ? strike >= chain.forward : strike < chain.forward))
    .map((quote) => observe(quote, { chain, years }))
    .filter((seen) => seen !== undefined)
    .sort((a, b) => a.k - b.k);
}

function observe(
  { kind, strike, bid = 0, ask = 0 }: OptionQuote,
  { chain, years }: { chain: ExpiryQuotes; years: number },
): Observation | undefined {
  if (!(bid > 0 && ask >= bid)) return undefined;
  const { forward, discount = 1 } = chain;
  const volatilityOf = (price: number): number => impliedVolatility({ kind, price, forward, strike, years, discount });
  try {
    const bidVolatility = volatilityOf(bid);
    const askVolatility = volatilityOf(ask);
    const midVolatility = volatilityOf((bid + ask) / 2);
    const spread = askVolatility - bidVolatility;
    if (spread > MAX_RELATIVE_SPREAD * midVolatility) return undefined;
    const halfSpread = Math.max(spread, MIN_RELATIVE_SPREAD * midVolatility) / 2;
    return {
      k: Math.log(strike / forward),
      bidVolatility,
      askVolatility,
      midVolatility,
      variance: midVolatility ** 2 * years,
      weight: 1 / (2 * midVolatility * years * halfSpread),
    };
  } catch (error) {
    // A quote outside the no-arbitrage bounds has no volatility to offer; the others still do.
    if (error instanceof NoVolatilityError) return undefined;
    throw error;
  }
}
