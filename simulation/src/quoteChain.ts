import { sviVariance, type Surface } from "@bulkhead/sdk/book";
import { blackScholes, OptionKind } from "@bulkhead/sdk/pricing";
import type { ExpiryQuotes, OptionChain, OptionQuote } from "@bulkhead/sdk/surface";
import { SECONDS_PER_YEAR } from "@bulkhead/sdk";
import { RandomSource } from "./RandomSource.ts";

export interface ChainOptions {
  /** Quote per underlying. */
  readonly spot: number;
  readonly rate?: number;
  readonly yieldRate?: number;
  /** Differs between observers of one market, so that each sees its own noise. */
  readonly seed: number;
  /** Standard deviation of a mid's error, as a share of the half spread. */
  readonly noise?: number;
  /** Strikes on each side of the forward, and their distance in units of σ√τ. */
  readonly strikesPerSide?: number;
  readonly strikeStep?: number;
  /** Strikes and prices are whole multiples of these, in quote. */
  readonly strikeTick?: number;
  readonly priceTick?: number;
}

/** Half spread in volatility: a floor, a share of volatility, and more in the wings. */
const HALF_SPREAD_FLOOR = 0.004;
const HALF_SPREAD_SHARE = 0.008;
const WING_WIDENING = 0.35;

/**
 * What an exchange would show of a true surface: two-sided prices of calls and puts around the forward, with spreads that
 * widen in the wings, prices on a tick, and an error of its own in every mid.
 */
export function quoteChain(surface: Surface, options: ChainOptions): OptionChain {
  const random = new RandomSource(options.seed);
  return {
    observedAt: surface.observedAt,
    expiries: surface.slices.map(({ expiry, svi }) => {
      const years = (expiry - surface.observedAt) / SECONDS_PER_YEAR;
      const { rate = 0, yieldRate = 0 } = options;
      const forward = options.spot * Math.exp((rate - yieldRate) * years);
      const deviation = Math.sqrt(sviVariance(svi, 0).w);
      const quotes = strikesAround(forward, { deviation, options }).flatMap((strike) => {
        const k = Math.log(strike / forward);
        const volatility = Math.sqrt(sviVariance(svi, k).w / years);
        return quotesAt(strike, { volatility, years, options, random, wings: Math.abs(k) / deviation });
      });
      return { expiry, forward, discount: Math.exp(-rate * years), quotes } satisfies ExpiryQuotes;
    }),
  };
}

function strikesAround(
  forward: number,
  { deviation, options }: { deviation: number; options: ChainOptions },
): number[] {
  const { strikesPerSide = 10, strikeStep = 0.3, strikeTick = 10 } = options;
  const strikes = new Set<number>();
  for (let index = -strikesPerSide; index <= strikesPerSide; index++) {
    const strike = Math.round((forward * Math.exp(index * strikeStep * deviation)) / strikeTick) * strikeTick;
    if (strike > 0) strikes.add(strike);
  }
  return [...strikes];
}

function quotesAt(
  strike: number,
  market: { volatility: number; years: number; options: ChainOptions; random: RandomSource; wings: number },
): OptionQuote[] {
  const { volatility, years, options, random, wings } = market;
  const { spot, rate = 0, yieldRate = 0, noise = 0.3, priceTick = 0.01 } = options;
  const halfSpread = (HALF_SPREAD_FLOOR + HALF_SPREAD_SHARE * volatility) * (1 + WING_WIDENING * wings ** 2);
  const mid = volatility + noise * halfSpread * random.normal();
  const price = (at: number) => blackScholes({ spot, strike, years, rate, yieldRate, volatility: Math.max(0.01, at) });
  const low = price(mid - halfSpread);
  const high = price(mid + halfSpread);
  const floor = (value: number): number => Math.floor(value / priceTick) * priceTick;
  const ceil = (value: number): number => Math.ceil(value / priceTick) * priceTick;
  return [
    { kind: OptionKind.Call, strike, bid: floor(low.call), ask: ceil(high.call) },
    { kind: OptionKind.Put, strike, bid: floor(low.put), ask: ceil(high.put) },
  ];
}
