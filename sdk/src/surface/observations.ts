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

/**
 * Why a quote is left out of a fit: its out-of-the-money twin says the same with a narrower spread; a side is missing,
 * or the bid is above the ask; bid and ask are further apart than their mid volatility; or one of them is at or outside
 * the bounds that hold without arbitrage.
 */
export const DROP_REASONS = [
  "in the money",
  "no bid",
  "no ask",
  "bid above ask",
  "spread too wide",
  "outside the bounds",
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** A quote that a fit leaves out. */
export interface DroppedQuote {
  /** Unix seconds. */
  readonly expiry: number;
  readonly kind: OptionKind;
  readonly strike: number;
  readonly reason: DropReason;
}

/** No quote is trusted more closely than this share of its volatility, so that no tight one decides a fit alone. */
const MIN_RELATIVE_SPREAD = 0.002;

/** A quote wider than this share of its volatility says nothing. */
const MAX_RELATIVE_SPREAD = 1;

/**
 * The two-sided out-of-the-money quotes of an expiry as volatilities, ascending by k; none where it has passed.
 * `observeExpiry` says what is left out.
 */
export function observations(chain: ExpiryQuotes, observedAt: number): Observation[] {
  return observeExpiry(chain, observedAt).observations;
}

/** The quotes of an expiry that a fit uses, as `observations`, and all others, each with the reason why not. */
export function observeExpiry(
  chain: ExpiryQuotes,
  observedAt: number,
): { observations: Observation[]; dropped: DroppedQuote[] } {
  const { expiry } = chain;
  const years = (expiry - observedAt) / SECONDS_PER_YEAR;
  const seen: Observation[] = [];
  const dropped: DroppedQuote[] = [];
  for (const quote of years > 0 ? chain.quotes : []) {
    const found = observe(quote, { chain, years });
    if (typeof found === "object") seen.push(found);
    else dropped.push({ expiry, kind: quote.kind, strike: quote.strike, reason: found });
  }
  return { observations: seen.sort((a, b) => a.k - b.k), dropped };
}

function observe(
  { kind, strike, bid = 0, ask = 0 }: OptionQuote,
  { chain, years }: { chain: ExpiryQuotes; years: number },
): Observation | DropReason {
  const { forward, discount = 1 } = chain;
  if (kind === OptionKind.Call ? strike < forward : strike >= forward) return "in the money";
  if (!(bid > 0)) return "no bid";
  if (!(ask > 0)) return "no ask";
  if (bid > ask) return "bid above ask";
  const volatilityOf = (price: number): number => impliedVolatility({ kind, price, forward, strike, years, discount });
  try {
    const bidVolatility = volatilityOf(bid);
    const askVolatility = volatilityOf(ask);
    const midVolatility = volatilityOf((bid + ask) / 2);
    const spread = askVolatility - bidVolatility;
    if (spread > MAX_RELATIVE_SPREAD * midVolatility) return "spread too wide";
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
    if (error instanceof NoVolatilityError) return "outside the bounds";
    throw error;
  }
}

/** How many quotes were left out for which reason, in words: "31 in the money, 4 no bid"; "none" where none was. */
export function describeDropped(dropped: readonly DroppedQuote[]): string {
  const counts = DROP_REASONS.map(
    (reason) => [dropped.filter((quote) => quote.reason === reason).length, reason] as const,
  );
  const parts = counts.filter(([count]) => count > 0).map(([count, reason]) => `${count} ${reason}`);
  return parts.length === 0 ? "none" : parts.join(", ");
}
