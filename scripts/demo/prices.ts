import { toAnswer } from "@bulkhead/simulation";
import type { Signer } from "ethers";

import type { SettableAggregator } from "../../typechain-types/index.ts";
import { DAY, HOUR, MINUTE, type Calendar } from "./calendar.ts";
import { MARKETS, scriptedEvents, type Market } from "./market.ts";
import { wobbleWindow, type Stablecoin } from "./stablecoin.ts";
import type { Stage } from "./Stage.ts";
import { every } from "./timeline.ts";
import type { World } from "./world.ts";

/** As Chainlink's feeds have it: a round when the price has moved this far, or this long after the last one. */
const COIN = { deviation: 0.005, heartbeat: HOUR };
const STABLECOIN = { deviation: 0.0025, heartbeat: DAY };

/**
 * Seconds between looks at the markets: now and then (in between, whoever needs a price has it published), and closely while
 * they crash, while the stablecoin wobbles, and while an expiry is averaged.
 */
const REGULAR_LOOK = 6 * HOUR;
const CRASH_LOOK = 20 * MINUTE;
const WOBBLE_LOOK = HOUR;
const AVERAGING_LOOK = 5 * MINUTE;
const AVERAGING_LEAD = 40 * MINUTE;

/** A price that is published. */
interface Published {
  readonly feed: SettableAggregator;
  readonly deviation: number;
  readonly heartbeat: number;
  readonly price: () => number;
  latest: { readonly price: number; readonly at: number };
}

/** The price provider: carries every price in dollars onto the chain. */
export class Prices {
  readonly #stage: Stage;
  readonly #published: readonly Published[];
  #frozen = false;

  constructor({ stablecoinFeed }: World, { stage, markets, stablecoin, publisher }: PricesSetup) {
    this.#stage = stage;
    const never = { price: 0, at: 0 };
    this.#published = [
      ...markets.map((market) => ({
        feed: market.venue.feed.connect(publisher),
        ...COIN,
        price: () => market.inDollars().spot,
        latest: never,
      })),
      { feed: stablecoinFeed.connect(publisher), ...STABLECOIN, price: () => stablecoin.price(), latest: never },
    ];
  }

  /** From now on nothing is published. */
  freeze(): void {
    this.#frozen = true;
  }

  thaw(): void {
    this.#frozen = false;
  }

  /**
   * Publishes the prices that have moved by their deviation or whose heartbeat is due; all of them if `force` says so. Whether
   * there were any.
   */
  async publish({ force = false } = {}): Promise<boolean> {
    if (this.#frozen) return false;
    const at = this.#stage.now + 1;
    const due = this.#published.filter(({ price, deviation, heartbeat, latest }) => {
      return force || at >= latest.at + heartbeat || Math.abs(price() / latest.price - 1) >= deviation;
    });
    const answers = due.map((published) => ({ published, price: published.price() }));
    await this.#stage.together(
      answers.map(
        ({ published: { feed }, price }) =>
          () =>
            feed.push(toAnswer(price)),
      ),
    );
    for (const { published, price } of answers) published.latest = { price, at };
    return answers.length > 0;
  }
}

/** When the provider looks at the markets. */
export function publishTimes(calendar: Calendar): { regular: number[]; averaging: number[] } {
  const { startsAt, endsAt, expiries } = calendar;
  const crash = scriptedEvents(calendar, MARKETS.WETH.crash)
    .map(({ start, duration }) => ({ from: start, to: start + duration }))
    .slice(0, 1);
  const wobble = wobbleWindow(calendar);
  return {
    regular: [
      ...every(REGULAR_LOOK, { from: startsAt, to: endsAt }),
      ...crash.flatMap((window) => every(CRASH_LOOK, window)),
      ...(wobble === undefined ? [] : every(WOBBLE_LOOK, wobble)),
    ],
    averaging: expiries.flatMap((expiry) => every(AVERAGING_LOOK, { from: expiry - AVERAGING_LEAD, to: expiry })),
  };
}

export interface PricesSetup {
  readonly stage: Stage;
  readonly markets: readonly Market[];
  readonly stablecoin: Stablecoin;
  /** Whom the price aggregators obey. */
  readonly publisher: Signer;
}
