import type { Surface } from "../pricing/curve.ts";
import { sviVariance } from "../pricing/svi.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { observations } from "./observations.ts";
import type { ExpiryQuotes, OptionChain, OptionQuote } from "./OptionChain.ts";

export interface FitQuestion {
  readonly chain: OptionChain;
  /** Which of the chain's quotes count. */
  readonly isCounted: (expiry: number, quote: OptionQuote) => boolean;
}

/** Of a chain's two-sided out-of-the-money quotes that count, how many there are and which share encloses the surface. */
export function insideBidAsk(
  { slices, observedAt }: Surface,
  { chain, isCounted }: FitQuestion,
): { quotes: number; share: number } {
  let quotes = 0;
  let inside = 0;
  for (const quoted of chain.expiries) {
    const svi = slices.find(({ expiry }) => expiry === quoted.expiry)?.svi;
    if (svi === undefined) continue;
    const years = (quoted.expiry - observedAt) / SECONDS_PER_YEAR;
    for (const { k, bidVolatility, askVolatility } of observations(counted(quoted, isCounted), chain.observedAt)) {
      const volatility = Math.sqrt(sviVariance(svi, k).w / years);
      quotes += 1;
      if (volatility >= bidVolatility && volatility <= askVolatility) inside += 1;
    }
  }
  return { quotes, share: quotes === 0 ? 0 : inside / quotes };
}

function counted(quoted: ExpiryQuotes, isCounted: FitQuestion["isCounted"]): ExpiryQuotes {
  return { ...quoted, quotes: quoted.quotes.filter((quote) => isCounted(quoted.expiry, quote)) };
}
