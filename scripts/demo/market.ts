import { ETHER_LIKE, marketAt, simulateMarket, toAnswer, type MarketEvent, type MarketPoint } from "@bulkhead/sdk";
import type { Signer } from "ethers";

import { DAY, HOUR, MINUTE, type Calendar } from "./calendar.ts";
import type { Stage } from "./Stage.ts";
import { every } from "./timeline.ts";
import type { World } from "./world.ts";

export const START_PRICE = 2_500;
/** As Chainlink's ETH/USD: a round when the price has moved this far, or this long after the last one. */
const DEVIATION = 0.005;
const HEARTBEAT = HOUR;

/** Seconds between looks at the market: now and then, and closely while it crashes or an expiry is averaged. */
const REGULAR_LOOK = HOUR;
const CRASH_LOOK = 10 * MINUTE;
const AVERAGING_LOOK = 5 * MINUTE;
const AVERAGING_LEAD = 40 * MINUTE;

/** What the second week holds: on Tuesday morning the price falls by 35 % within a day, then comes most of the way back. */
export function scriptedEvents({ startsAt, endsAt, weeks }: Calendar): readonly MarketEvent[] {
  if (weeks < 2) return [];
  const crash = startsAt + 11 * DAY;
  const recovery = crash + 30 * HOUR;
  return [
    { name: "crash", start: crash, duration: 20 * HOUR, move: -0.35, volatilityShock: 0.7 },
    // In a run of two weeks it has to hurry.
    { name: "recovery", start: recovery, duration: Math.min(4 * DAY, endsAt - recovery), move: 0.42 },
  ];
}

/** The simulated market outside, and the price provider that carries its spot price onto the chain. */
export class Market {
  readonly #world: World;
  readonly #stage: Stage;
  readonly #publisher: Signer;
  readonly #path: readonly MarketPoint[];
  #published = { price: 0, at: 0 };
  #frozen = false;

  constructor(world: World, { stage, publisher, seed, calendar }: MarketSetup) {
    this.#world = world;
    this.#stage = stage;
    this.#publisher = publisher;
    this.#path = simulateMarket({
      seed,
      start: calendar.startsAt,
      duration: calendar.endsAt - calendar.startsAt + DAY,
      model: { ...ETHER_LIKE, spot: START_PRICE },
      events: scriptedEvents(calendar),
    });
  }

  /** Spot and variance at the stage's time. */
  now(): MarketPoint {
    return marketAt(this.#path, this.#stage.now);
  }

  /** From now on the provider publishes nothing. */
  freeze(): void {
    this.#frozen = true;
  }

  thaw(): void {
    this.#frozen = false;
  }

  /** Publishes ether's price if it has moved by the deviation or the heartbeat is due (or `force` says so). */
  async publish({ force = false } = {}): Promise<void> {
    if (this.#frozen) return;
    const { spot } = this.now();
    const due = this.#stage.now + 1 >= this.#published.at + HEARTBEAT;
    const moved = Math.abs(spot / this.#published.price - 1) >= DEVIATION;
    if (!due && !moved && !force) return;
    await this.#stage.send(() => this.#world.etherFeed.connect(this.#publisher).push(toAnswer(spot)));
    this.#published = { price: spot, at: this.#stage.now };
  }

  /** Publishes the stablecoin's price, which hardly moves but must not grow old. */
  async publishStablecoin(): Promise<void> {
    if (this.#frozen) return;
    await this.#stage.send(() => this.#world.stablecoinFeed.connect(this.#publisher).push(toAnswer(1)));
  }
}

/** When the provider looks at the market. */
export function publishTimes(calendar: Calendar): { regular: number[]; averaging: number[] } {
  const { startsAt, endsAt, expiries } = calendar;
  const crash = scriptedEvents(calendar)
    .map(({ start, duration }) => ({ from: start, to: start + duration }))
    .slice(0, 1);
  return {
    regular: [
      ...every(REGULAR_LOOK, { from: startsAt, to: endsAt }),
      ...crash.flatMap((window) => every(CRASH_LOOK, window)),
    ],
    averaging: expiries.flatMap((expiry) => every(AVERAGING_LOOK, { from: expiry - AVERAGING_LEAD, to: expiry })),
  };
}

export interface MarketSetup {
  readonly stage: Stage;
  /** Whom the price aggregators obey. */
  readonly publisher: Signer;
  readonly seed: number;
  readonly calendar: Calendar;
}
