import { type Surface } from "@bulkhead/sdk";
import {
  BITCOIN_LIKE,
  ETHER_LIKE,
  marketAt,
  modelAt,
  SeededSurface,
  simulateMarket,
  trueSurface,
  type MarketEvent,
  type MarketModel,
  type MarketPoint,
} from "@bulkhead/simulation";

import { DAY, HOUR, WEEK, type Calendar } from "./calendar.ts";
import type { ChainSeed } from "./chainSeed.ts";
import type { Stablecoin } from "./stablecoin.ts";
import type { Stage } from "./Stage.ts";
import type { ReferenceMarket } from "../markets/ReferenceMarket.ts";
import type { Venue } from "../markets/world.ts";

/** A market outside, in dollars. */
export interface MarketTerms {
  /** "ether" */
  readonly coin: string;
  readonly model: MarketModel;
  /** What the scripted crash takes off its price, and adds to its volatility; and what it gets back of the price. */
  readonly crash: { readonly move: number; readonly volatilityShock: number; readonly recovery: number };
}

/** By the underlying's symbol. Bitcoin falls and moves less, with the same jumps. */
export const MARKETS: Readonly<Record<Venue["symbol"], MarketTerms>> = {
  WETH: {
    coin: "ether",
    model: { ...ETHER_LIKE, spot: 2_500 },
    crash: { move: -0.35, volatilityShock: 0.7, recovery: 0.42 },
  },
  WBTC: {
    coin: "bitcoin",
    model: { ...BITCOIN_LIKE, spot: 100_000 },
    crash: { move: -0.27, volatilityShock: 0.6, recovery: 0.28 },
  },
};

/** A market's terms; one that a real chain seeds starts at its price and volatility. */
export function termsOf(symbol: Venue["symbol"], chainSeed: ChainSeed | undefined): MarketTerms {
  const terms = MARKETS[symbol];
  return chainSeed?.symbol === symbol ? { ...terms, model: modelAt(terms.model, chainSeed) } : terms;
}

/** How closely the other markets follow the first. */
const CORRELATION = 0.8;
/** Seeds of the markets' own moves lie so far apart. */
const SEED_STEP = 1_000_003;

/** The week that holds the crash, counted from zero, in a run of so many weeks; undefined where that is too short for one. */
export function crashWeek(weeks: number): number | undefined {
  if (weeks >= 4) return 3;
  return weeks >= 2 ? 1 : undefined;
}

/** On Tuesday morning of its week the market crashes within a day, then comes most of the way back. */
export function scriptedEvents({ startsAt, endsAt, weeks }: Calendar, terms: MarketTerms["crash"]): MarketEvent[] {
  const week = crashWeek(weeks);
  if (week === undefined) return [];
  const { move, volatilityShock, recovery } = terms;
  const crash = startsAt + week * WEEK + 4 * DAY;
  const turn = crash + 30 * HOUR;
  return [
    { name: "crash", start: crash, duration: 20 * HOUR, move, volatilityShock },
    // In a run that ends with this week it has to hurry.
    { name: "recovery", start: turn, duration: Math.min(4 * DAY, endsAt - turn), move: recovery },
  ];
}

/** One simulated market outside. */
export class Market implements ReferenceMarket {
  readonly venue: Venue;
  readonly terms: MarketTerms;
  readonly #stage: Stage;
  readonly #stablecoin: Stablecoin;
  readonly #path: readonly MarketPoint[];
  /** Where a real chain seeds this market. */
  readonly #seeded: SeededSurface | undefined;

  constructor(venue: Venue, { stage, stablecoin, seed, index, calendar, chainSeed }: MarketSetup) {
    this.venue = venue;
    this.terms = termsOf(venue.symbol, chainSeed);
    if (chainSeed?.symbol === venue.symbol) {
      const { calibration: surface } = chainSeed;
      const { model } = this.terms;
      this.#seeded = new SeededSurface({ surface, time: calendar.startsAt, fadesOver: WEEK, model });
    }
    this.#stage = stage;
    this.#stablecoin = stablecoin;
    this.#path = simulateMarket({
      seed: seed + index * SEED_STEP,
      start: calendar.startsAt,
      duration: calendar.endsAt - calendar.startsAt + DAY,
      model: this.terms.model,
      events: scriptedEvents(calendar, this.terms.crash),
      ...(index === 0 ? {} : { follows: { seed, correlation: CORRELATION } }),
    });
  }

  /** Spot in dollars, and variance; at the stage's time by default. */
  inDollars(at = this.#stage.now): MarketPoint {
    return marketAt(this.#path, at);
  }

  /** Spot in the stablecoin, and variance, at the stage's time. */
  now(): MarketPoint {
    const point = this.inDollars();
    return { ...point, spot: point.spot / this.#stablecoin.price() };
  }

  /** The surface that option prices outside come from when the market is as at this point. */
  surfaceAt(point: MarketPoint, expiries: readonly number[]): Surface {
    return this.#seeded?.at(point, expiries) ?? trueSurface(point, { expiries, model: this.terms.model });
  }
}

export interface MarketSetup {
  readonly stage: Stage;
  readonly stablecoin: Stablecoin;
  readonly seed: number;
  /** Its place among the markets: those after the first follow the first. */
  readonly index: number;
  readonly calendar: Calendar;
  readonly chainSeed?: ChainSeed | undefined;
}
