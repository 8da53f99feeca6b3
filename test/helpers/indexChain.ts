import {
  blackScholes,
  impliedVolatility,
  OptionKind,
  type OptionChain,
  type OptionQuote,
} from "../../sdk/src/index.ts";

const DAY = 86_400;
const FORWARD = 6_000;
/** More jumps than happen in a year. */
const MOST_JUMPS = 60;
/** Cheaper options are not quoted. */
const LEAST_PRICE = 0.05;

/** An index whose price diffuses and jumps, mostly down. Source: Merton, 1976. */
export interface JumpModel {
  /** A year, between jumps. */
  readonly volatility: number;
  /** Jumps a year; mean and deviation of their logarithm. */
  readonly rate: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Index-like smiles from flat to steep. */
export const INDEX_MODELS: readonly JumpModel[] = [
  { volatility: 0.12, rate: 0.6, mean: -0.12, deviation: 0.08 },
  { volatility: 0.11, rate: 1.5, mean: -0.06, deviation: 0.05 },
  { volatility: 0.13, rate: 0.3, mean: -0.2, deviation: 0.12 },
  { volatility: 0.1, rate: 1, mean: -0.1, deviation: 0.06 },
];

/**
 * Quotes of eight expiries as an index has them: many strikes, narrow spreads, steep smiles that no SVI slice meets
 * exactly. Prices are those of one process, so nothing in them is arbitrage.
 */
export function indexChain(model: JumpModel, observedAt: number): OptionChain {
  const expiries = [3, 10, 17, 31, 59, 94, 185, 367].map((days) => {
    const years = days / 365;
    const deviation = 0.15 * Math.sqrt(years);
    const step = Math.max(5, Math.round((FORWARD * deviation * 0.12) / 5) * 5);
    const first = Math.round((FORWARD * Math.exp(-5 * deviation)) / step);
    const last = Math.floor((FORWARD * Math.exp(2.5 * deviation)) / step);
    const strikes = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
    const quotes = strikes.flatMap((strike): OptionQuote[] => {
      const kind = strike >= FORWARD ? OptionKind.Call : OptionKind.Put;
      const price = jumpPrice(model, { kind, strike, years });
      if (price < LEAST_PRICE) return [];
      const volatility = impliedVolatility({ kind, price, forward: FORWARD, strike, years });
      const half = 0.003 + 0.01 * Math.abs(Math.log(strike / FORWARD));
      const at = (level: number): number => priceOf({ kind, strike, years, forward: FORWARD, volatility: level });
      return [{ kind, strike, bid: at(volatility - half), ask: at(volatility + half) }];
    });
    return { expiry: observedAt + days * DAY, forward: FORWARD, quotes };
  });
  return { observedAt, expiries };
}

interface Terms {
  readonly kind: OptionKind;
  readonly strike: number;
  readonly years: number;
}

/** A mixture of Black-Scholes prices by how often the index jumps. */
function jumpPrice({ volatility, rate, mean, deviation }: JumpModel, terms: Terms): number {
  const { years } = terms;
  const perJump = mean + deviation ** 2 / 2;
  let probability = Math.exp(-rate * years);
  let price = 0;
  for (let jumps = 0; jumps < MOST_JUMPS; jumps++) {
    const forward = FORWARD * Math.exp(jumps * perJump - rate * years * Math.expm1(perJump));
    const level = Math.sqrt(volatility ** 2 + (jumps * deviation ** 2) / years);
    price += probability * priceOf({ ...terms, forward, volatility: level });
    probability *= (rate * years) / (jumps + 1);
  }
  return price;
}

function priceOf({
  kind,
  strike,
  years,
  forward,
  volatility,
}: Terms & { forward: number; volatility: number }): number {
  const { call, put } = blackScholes({ spot: forward, strike, years, volatility });
  return kind === OptionKind.Call ? call : put;
}
