import {
  BITCOIN_LIKE,
  ETHER_LIKE,
  marketAt,
  simulateMarket,
  trueSurface,
  type MarketModel,
  type MarketPoint,
} from "@bulkhead/simulation";
import type { Surface } from "@bulkhead/sdk";

import { DAY } from "../markets/calendar.ts";
import type { Chain } from "../markets/Chain.ts";
import type { ReferenceMarket } from "../markets/ReferenceMarket.ts";
import type { Venue } from "../markets/world.ts";

/** What each market outside is like, by the underlying's symbol: as the local parameters have its first price. */
export const MODELS: Readonly<Record<Venue["symbol"], MarketModel>> = { WETH: ETHER_LIKE, WBTC: BITCOIN_LIKE };

/** How closely the other markets follow the first. */
const CORRELATION = 0.8;
/** Seeds of the markets' own moves lie so far apart. */
const SEED_STEP = 1_000_003;
/** How much of the future is simulated at first; each time that the clock gets to its end, twice as much. */
const FIRST_STRETCH = 128 * DAY;

export interface SimulationOptions {
  readonly chain: Chain;
  readonly seed: number;
  /** Whether prices and volatility stay as they begin. */
  readonly still: boolean;
  /** Unix seconds. */
  readonly startsAt: number;
  /** Its place among the markets: those after the first follow the first. */
  readonly index: number;
}

/** A market outside that a seed decides for all time to come. */
export class SimulatedMarket implements ReferenceMarket {
  readonly venue: Venue;
  readonly model: MarketModel;
  readonly #options: SimulationOptions;
  #path: readonly MarketPoint[] = [];

  constructor(venue: Venue, options: SimulationOptions) {
    this.venue = venue;
    this.model = MODELS[venue.symbol];
    this.#options = options;
  }

  inDollars(at = this.#options.chain.now): MarketPoint {
    const { still, startsAt } = this.#options;
    const { spot, variance } = this.model;
    if (still || at <= startsAt) return { time: at, spot, variance };
    return marketAt(this.#pathUntil(at), at);
  }

  /** As in dollars: the stablecoin is worth one here, always. */
  now(): MarketPoint {
    return this.inDollars();
  }

  surfaceAt(point: MarketPoint, expiries: readonly number[]): Surface {
    return trueSurface(point, { expiries, model: this.model });
  }

  /** A longer path of the same seed begins as a shorter one does. */
  #pathUntil(time: number): readonly MarketPoint[] {
    const { seed, startsAt, index } = this.#options;
    let duration = Math.max(FIRST_STRETCH, (this.#path.at(-1)?.time ?? startsAt) - startsAt);
    if (this.#path.length > 0 && startsAt + duration >= time) return this.#path;
    while (startsAt + duration < time) duration *= 2;
    this.#path = simulateMarket({
      seed: seed + index * SEED_STEP,
      start: startsAt,
      duration,
      model: this.model,
      ...(index === 0 ? {} : { follows: { seed, correlation: CORRELATION } }),
    });
    return this.#path;
  }
}
