import { toAnswer } from "@bulkhead/simulation";
import type { Signer } from "ethers";

import type { SettableAggregator } from "../../typechain-types/index.ts";
import { DAY, HOUR } from "./calendar.ts";
import type { Chain, Sent } from "./Chain.ts";
import type { ReferencePrice, ReferenceMarket } from "./ReferenceMarket.ts";
import type { World } from "./world.ts";

/** As Chainlink's feeds have it: a round when the price has moved this far, or this long after the last one. */
const COIN = { deviation: 0.005, heartbeat: HOUR };
const STABLECOIN = { deviation: 0.0025, heartbeat: DAY };

/** A price that is published. */
interface Published {
  readonly feed: SettableAggregator;
  readonly deviation: number;
  readonly heartbeat: number;
  /** Dollars, at a time in unix seconds; at the chain's by default. */
  readonly price: (at?: number) => number;
  latest: { readonly price: number; readonly at: number };
}

const NEVER = { price: 0, at: 0 };

/** The price provider: carries every price in dollars onto the chain. */
export class Prices {
  readonly #chain: Chain;
  readonly #published: readonly Published[];
  #frozen = false;

  constructor({ stablecoinFeed }: World, { chain, markets, stablecoin, publisher }: PricesSetup) {
    this.#chain = chain;
    this.#published = [
      ...markets.map((market) => ({
        feed: market.venue.feed.connect(publisher),
        ...COIN,
        price: (at?: number) => market.inDollars(at).spot,
        latest: NEVER,
      })),
      {
        feed: stablecoinFeed.connect(publisher),
        ...STABLECOIN,
        price: (at?: number) => stablecoin.price(at),
        latest: NEVER,
      },
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
    const at = this.#chain.now + 1;
    const due = this.#published.filter((published) => force || isDue(published, { at, price: published.price() }));
    const answers = due.map((published) => ({ published, price: published.price() }));
    await this.#chain.together(
      answers.map(
        ({ published: { feed }, price }) =>
          () =>
            feed.push(toAnswer(price)),
      ),
    );
    for (const { published, price } of answers) published.latest = { price, at };
    return answers.length > 0;
  }

  /**
   * Brings the rounds that were due while nobody looked, each with its own date: all prices at the first of these times (unix
   * seconds, ascending, all later than what was published), then what was due.
   */
  async publishMissed(times: readonly number[]): Promise<void> {
    const rounds: (() => Promise<Sent>)[] = [];
    for (const [index, at] of times.entries()) {
      for (const published of this.#published) {
        const price = published.price(at);
        if (index > 0 && !isDue(published, { at, price })) continue;
        published.latest = { price, at };
        rounds.push(() => published.feed.pushAt(toAnswer(price), at));
      }
    }
    await this.#chain.together(rounds);
  }
}

function isDue(
  { deviation, heartbeat, latest }: Published,
  { at, price }: { readonly at: number; readonly price: number },
): boolean {
  return at >= latest.at + heartbeat || Math.abs(price / latest.price - 1) >= deviation;
}

export interface PricesSetup {
  readonly chain: Chain;
  readonly markets: readonly ReferenceMarket[];
  readonly stablecoin: ReferencePrice;
  /** Whom the price aggregators obey. */
  readonly publisher: Signer;
}
