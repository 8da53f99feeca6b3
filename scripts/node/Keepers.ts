import { explainError, type Client, type SignedPrice } from "@bulkhead/sdk";
import {
  comingExpiries,
  dueProofs,
  dueSettlements,
  openExpiries,
  proveExpiry,
  relistStrikes,
  settleExpiries,
  updateVolatility,
} from "@bulkhead/sdk/keeper";

import { DAY, HOUR, MINUTE } from "../markets/calendar.ts";
import { Reporting } from "../markets/Reporting.ts";
import type { ReferenceMarket } from "../markets/ReferenceMarket.ts";
import type { Account } from "../markets/Account.ts";
import { clientThrough } from "../markets/clientThrough.ts";
import { depositFirst } from "../markets/depositFirst.ts";
import { openPools, Pools } from "../markets/pools.ts";
import { Prices } from "../markets/prices.ts";
import { Reporters } from "../markets/reporters.ts";
import { SpotReporters } from "../markets/spotReporters.ts";
import type { Venue, World } from "../markets/world.ts";
import type { LocalChain } from "./LocalChain.ts";
import { UsageError } from "./UsageError.ts";

/** Seconds of the chain between two looks at the markets outside: as their simulation has points. */
const LOOK = 5 * MINUTE;
/** How often what follows is done. Signed prices as often as a public chain has blocks; reports well before the last one grows stale, realised volatility as observers would. */
const SPOT_EVERY = 12;
const REPORT_EVERY = 3 * HOUR;
const VOLATILITY_EVERY = HOUR;
/** Expiries end, and new ones come onto the calendar, each day at 08:00 UTC. */
const EXPIRY_OFFSET = 8 * HOUR;
/** Which of the calendar's expiries are opened. */
const OPENED = { dailies: 2, weeklies: 3 };
/** Where somebody else moved the clock by more than this, there is no time left for steps. */
const LEAP = 4 * LOOK;
/** So long before the present the markets are brought up to it: rounds of reports take minutes of the chain's clock. */
const APPROACH = 20 * MINUTE;
/** So long before an expiry the rounds of such a leap begin: a heartbeat before the averaging window. */
const ROUNDS_BEFORE_EXPIRY = 90 * MINUTE;
/** While a market stays shut after a storm keepers come back each hour, so many times. */
const MOST_VISITS = 12;

/** Where the clock is after it was moved, and how the markets are. */
export interface Arrival {
  /** Unix seconds. */
  readonly time: number;
  /** Whether every market has a fresh surface: where not, its vaults only close positions. */
  readonly isFresh: boolean;
  /** What keepers could not do, in words. */
  readonly problems: readonly string[];
}

export interface KeepersSetup {
  readonly chain: LocalChain;
  readonly markets: readonly ReferenceMarket[];
  readonly priceKeeper: Account;
  readonly keeper: Account;
  readonly reporters: readonly Account[];
  readonly provider: Account;
  readonly seed: number;
  /** Whether prices stay where they are: then realised volatility is left alone, too, which would sink to nothing. */
  readonly still: boolean;
}

/**
 * Everybody who keeps the markets of a local network alive, at the chain's own pace or faster: prices, signed reports and spot
 * prices, realised volatility, expiries that open, are proven and settled, Uniswap's pools.
 */
export class Keepers {
  readonly #world: World;
  readonly #setup: KeepersSetup;
  readonly #prices: Prices;
  /** One a market. */
  readonly #clients: readonly Client[];
  readonly #reporting: Reporting;
  readonly #spots: readonly SpotReporters[];
  readonly #pools: Pools;
  /** Unix seconds of the latest signed prices. */
  #spotAt = 0;
  /** Unix seconds until which everything due has been looked at. */
  #lookedAt = 0;
  #problems: string[] = [];
  #isStopped = false;
  /** The latest of what is done one after the other. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(world: World, setup: KeepersSetup) {
    const { chain, markets, keeper, reporters, priceKeeper, seed } = setup;
    const signing = { chain, signers: reporters.map(({ signer }) => signer), relayer: keeper.signer, seed };
    this.#world = world;
    this.#setup = setup;
    this.#prices = new Prices(world, {
      chain,
      markets,
      stablecoin: { price: () => 1 },
      publisher: priceKeeper.signer,
    });
    this.#clients = world.venues.map((venue) => clientThrough(chain, { venue, signer: keeper.signer }));
    this.#reporting = new Reporting(
      chain,
      markets.map((market) => new Reporters(market, signing)),
    );
    this.#spots = markets.map((market) => new SpotReporters(market, signing));
    this.#pools = new Pools(world, { chain, markets, owner: setup.provider });
  }

  /**
   * From a bare deployment to markets that trade. They live on until the clock shows what `present` says (unix seconds), where it is
   * given and not past already: what is done last takes seconds, so that the chain is in step with it.
   */
  async open(present?: () => number): Promise<Arrival> {
    return this.#inTurnToArrival(async () => {
      const { chain, provider, markets } = this.#setup;
      await chain.sync();
      await this.#prices.publish({ force: true });
      await this.#reporting.reportUntilFresh();
      await depositFirst(this.#world, provider);
      const prices = Object.fromEntries(markets.map((market) => [market.venue.symbol, market.now().spot]));
      await openPools(this.#world, { owner: provider, prices: prices as Record<Venue["symbol"], number> });
      this.#lookedAt = chain.now;
      if (present !== undefined) await this.#liveUntil(present() - APPROACH);
      await this.#arrive();
      if (present === undefined) return;
      await this.#liveUntil(present());
      await this.#try("prices", () => this.#prices.publish({ force: true }));
      await this.#try("signed prices", () => this.#bringSpots());
    });
  }

  /** Does what has become due by the chain's own clock, which first runs on by so many seconds more. */
  async follow(seconds = 0): Promise<void> {
    await this.#inTurn(async () => {
      await this.#catchUp();
      if (seconds > 0) await this.#liveUntil(this.#setup.chain.now + seconds);
      if (this.#setup.chain.now - this.#spotAt >= SPOT_EVERY) {
        await this.#try("signed prices", () => this.#bringSpots());
      }
    });
  }

  /** Lets so many seconds pass as they would by themselves; returns when the markets are fresh again. */
  async warp(seconds: number): Promise<Arrival> {
    return this.#inTurnToArrival(async () => {
      await this.#catchUp();
      await this.#liveUntil(this.#setup.chain.now + seconds);
      await this.#arrive();
    });
  }

  /**
   * A market's spot price of the present as its reporters sign it, for an order to bring along. A block passes, so that views are of the
   * present, too.
   * @throws UsageError where there is no such market
   */
  async signSpot(market: unknown): Promise<SignedPrice> {
    const index = this.#setup.markets.findIndex(({ venue }) => venue.name === market);
    const reporters = this.#spots[index];
    if (reporters === undefined) {
      throw new UsageError({
        expected: `a market: ${this.#setup.markets.map(({ venue }) => venue.name).join(", ")}`,
        got: JSON.stringify(market ?? "nothing"),
        action: "name one of them",
      });
    }
    return this.#inTurn(async () => {
      await this.#catchUp();
      await this.#setup.chain.pass();
      return reporters.sign();
    });
  }

  /** What keepers could not do since this was last asked. */
  takeProblems(): readonly string[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  /** Begins nothing more, and waits until what has begun has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#busy;
  }

  async #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.#busy.then(action);
    this.#busy = turn.catch(() => undefined);
    return turn;
  }

  async #inTurnToArrival(action: () => Promise<void>): Promise<Arrival> {
    return this.#inTurn(async () => {
      await action();
      const isFresh = await this.#reporting.isFresh();
      return { time: this.#setup.chain.now, isFresh, problems: this.takeProblems() };
    });
  }

  /** The time from the last look on, in steps, with whatever falls due in each. */
  async #liveUntil(time: number): Promise<void> {
    const { chain } = this.#setup;
    for (let at = nextLook(this.#lookedAt); at <= time && !this.#isStopped; at = nextLook(at)) {
      chain.moveTo(at);
      await this.#look(at);
    }
    chain.moveTo(time);
  }

  /** What is due at one of the steps. */
  async #look(at: number): Promise<void> {
    const previous = this.#lookedAt;
    const isTimeFor = (period: number, offset = 0): boolean =>
      Math.floor((at - offset) / period) > Math.floor((previous - offset) / period);
    this.#lookedAt = at;
    await this.#try("prices", () => this.#prices.publish());
    if (isTimeFor(VOLATILITY_EVERY)) await this.#observeVolatility();
    if (isTimeFor(REPORT_EVERY)) await this.#try("reports", () => this.#reporting.reportUntilFresh());
    if (isTimeFor(DAY, EXPIRY_OFFSET)) await this.#turnExpiries();
  }

  /** Follows a clock that ran on by itself; or leapt, or was turned back, by somebody else's doing. */
  async #catchUp(): Promise<void> {
    const { chain } = this.#setup;
    const goesOn = await chain.sync();
    if (!goesOn) this.#lookedAt = chain.now;
    if (goesOn && chain.now - this.#lookedAt < LEAP) return this.#liveUntil(chain.now);
    await chain.pass();
    const due = await Promise.all(this.#clients.map((client) => unpricedOf(client)));
    const missed = [...new Set(due.flat().map(Number))]
      .sort((one, other) => one - other)
      .filter((expiry) => expiry > this.#lookedAt)
      .flatMap((expiry) => looksBetween(Math.max(this.#lookedAt, expiry - ROUNDS_BEFORE_EXPIRY), expiry));
    this.#lookedAt = chain.now;
    if (missed.length > 0) await this.#try("prices", () => this.#prices.publishMissed(missed));
    await this.#arrive();
  }

  /** Brings everything up to the present. */
  async #arrive(): Promise<void> {
    const { chain } = this.#setup;
    for (let visit = 0; ; visit++) {
      await this.#try("prices", () => this.#prices.publish({ force: true }));
      await this.#observeVolatility();
      await this.#try("reports", () => this.#reporting.reportUntilFresh());
      await this.#turnExpiries();
      if (visit === MOST_VISITS || this.#isStopped || (await this.#reporting.isFresh())) break;
      await this.#liveUntil(chain.now + HOUR);
    }
    await this.#try("pools", () => this.#pools.follow());
    await this.#try("signed prices", () => this.#bringSpots());
  }

  /** What has expired is proven and settled, what has come onto the calendar opened, strikes laid where spot has gone. */
  async #turnExpiries(): Promise<void> {
    const { chain } = this.#setup;
    // At the very second of an expiry another round may still come.
    chain.moveTo(chain.now + 1);
    await this.#forEach("expiries", async (client) => {
      for (const expiry of await unpricedOf(client)) await proveExpiry(client, { expiry });
    });
    await this.#forEach("settlements", async (client) => {
      for (const { refusal } of (await settleExpiries(client)).refused) throw refusal;
    });
    await this.#forEach("listing", async (client) => {
      await openExpiries(client, { expiries: comingExpiries(chain.now, OPENED) });
      await relistStrikes(client);
    });
  }

  /** Has something done in every market, at the present. */
  async #forEach(what: string, action: (client: Client) => Promise<unknown>): Promise<void> {
    await this.#setup.chain.pass();
    for (const client of this.#clients) await this.#try(`${what} of ${client.market ?? ""}`, () => action(client));
  }

  async #observeVolatility(): Promise<void> {
    if (this.#setup.still) return;
    await this.#forEach("realised volatility", (client) => updateVolatility(client, { every: VOLATILITY_EVERY / 2 }));
  }

  /** The markets' signed spot prices, dated with the block that takes them. */
  async #bringSpots(): Promise<void> {
    this.#spotAt = this.#setup.chain.now;
    for (const reporters of this.#spots) await reporters.deliver();
  }

  /** One keeper's trouble keeps no other from his work. */
  async #try(what: string, action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!this.#isStopped) this.#problems.push(`${what}: ${explainError(error)}`);
    }
  }
}

function nextLook(time: number): number {
  return (Math.floor(time / LOOK) + 1) * LOOK;
}

/** Looks after `from`, up to and including `to`. */
function looksBetween(from: number, to: number): number[] {
  const looks: number[] = [];
  for (let at = nextLook(from); at <= to; at = nextLook(at)) looks.push(at);
  return looks;
}

/** Expiries that have passed without a price: here each gets one, also where nobody holds options of it and it would be settled without. */
async function unpricedOf(client: Client): Promise<readonly bigint[]> {
  const [held, due] = await Promise.all([dueProofs(client), dueSettlements(client)]);
  const expiries = [...held, ...due.filter(({ price }) => price === 0n)].map(({ expiry }) => expiry);
  return [...new Set(expiries)].sort((one, other) => Number(one - other));
}
