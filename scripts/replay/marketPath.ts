import {
  OptionKind,
  priceOption,
  SECONDS_PER_DAY,
  SECONDS_PER_YEAR,
  type Curve,
  type MarketState,
  type SignedSpot,
} from "@bulkhead/sdk";
import { RandomSource } from "@bulkhead/simulation";

import { observePrice, type VolatilityEstimate, type VolatilityRules } from "../../simulation/src/observePrice.ts";
import type { Close } from "./history.ts";
import { smile, type SmileShape } from "./smile.ts";
import { weeksOf } from "./weeks.ts";

/** What is assumed of a market beside its prices. */
export interface MarketAssumptions {
  /** Volatility that the market is made for: the estimator's seed, and the scale of the feeds' confidence. */
  readonly volatility: number;
  /** At-the-money implied over realised volatility. */
  readonly premiumRatio: number;
  readonly shape: SmileShape;
  /** The push feed's own, fraction of spot: realised volatility lets no clamp be finer than it. */
  readonly feedConfidence: number;
  /** What c_S follows from: every order brings a signed price. */
  readonly signedSpot: SignedSpot;
  /** c_σ, a year. */
  readonly volConfidence: number;
  /** How much dearer than the market, in volatility, the average buyer still buys: mean of an exponential law. */
  readonly tolerance: number;
  /** Puts the week's buyers in their order. */
  readonly seed: number;
}

/** One buyer's wish: a strike, and what is paid for one option at most. */
export interface Wish {
  readonly delta: number;
  readonly strike: number;
  /** Collateral that one option locks. */
  readonly lock: number;
  /** Per option, collateral. */
  readonly limit: number;
}

/** A week's expiry and its buyers by kind of option, in the order in which they come. */
export interface WeekOfDemand {
  readonly opens: number;
  readonly expires: number;
  readonly expiry: number;
  readonly wishes: Readonly<Record<OptionKind, readonly Wish[]>>;
}

/** All that vaults see of a market, computed once for every vault that is replayed on it. */
export interface MarketPath {
  /** One a trading day, at its close. */
  readonly days: readonly MarketState[];
  readonly weeks: readonly WeekOfDemand[];
}

/** Absolute spot deltas that buyers ask for. */
export const DELTAS = [0.1, 0.25, 0.4, 0.5] as const;
/** Buyers of each delta a week, each with a tolerance of its own. */
export const BUYERS_A_DELTA = 4;

/** Carry of money and underlying are equal, so that the forward is spot. */
const RATE = 0.02;
/** Daily closes say little a day: the contracts' half-life of a day is for prices every few minutes. */
const HALF_LIFE = 10 * SECONDS_PER_DAY;
const OUTLIER = 5;
/** Trading days before the first option is written, for the estimate to settle. */
const WARM_UP = 20;

/** Prices turned into what a vault reads: spot, surface, realised volatility, and each week's buyers. */
export function marketPath(closes: readonly Close[], assumptions: MarketAssumptions): MarketPath {
  const rules: VolatilityRules = { seed: assumptions.volatility, halfLife: HALF_LIFE, minSpacing: 1, outlier: OUTLIER };
  let estimate: VolatilityEstimate = { volatility: rules.seed };
  const days = closes.map(({ at, price }) => {
    estimate = observePrice(estimate, { price, now: at, confidence: assumptions.signedSpot.floor, rules });
    return marketAt({ at, price }, { estimate: estimate.volatility, assumptions });
  });
  const random = new RandomSource(assumptions.seed);
  const at = (index: number): MarketState => days[index] as MarketState;
  const weeks = weeksOf(
    days.map(({ now }) => now),
    WARM_UP,
  ).map(({ opens, expires }): WeekOfDemand => {
    const expiry = at(expires).now;
    const wishes = (kind: OptionKind): Wish[] =>
      shuffled(wishesFor(at(opens), { kind, expiry, tolerance: assumptions.tolerance }), random);
    return {
      opens,
      expires,
      expiry,
      wishes: { [OptionKind.Call]: wishes(OptionKind.Call), [OptionKind.Put]: wishes(OptionKind.Put) },
    };
  });
  return { days, weeks };
}

function marketAt(
  { at: now, price: spot }: Close,
  { estimate, assumptions }: { estimate: number; assumptions: MarketAssumptions },
): MarketState {
  const { premiumRatio, shape, feedConfidence, signedSpot, volConfidence } = assumptions;
  const curves = new Map<number, Curve>();
  return {
    now,
    spot,
    feedConfidence,
    signedSpot,
    volConfidence,
    rate: RATE,
    yieldRate: RATE,
    realisedVolatility: estimate,
    curveOf(expiry) {
      const known = curves.get(expiry);
      if (known !== undefined) return known;
      const years = (expiry - now) / SECONDS_PER_YEAR;
      const slice = smile(premiumRatio * estimate, { years, shape });
      const curve = { near: slice, nearWeight: 1, far: slice, farWeight: 0 };
      curves.set(expiry, curve);
      return curve;
    },
  };
}

/** The strike of each delta, and at each the same few buyers: from one in a hurry to one who hardly pays more than fair. */
function wishesFor(
  market: MarketState,
  { kind, expiry, tolerance }: { kind: OptionKind; expiry: number; tolerance: number },
): Wish[] {
  return DELTAS.flatMap((delta) => {
    const strike = strikeOf(market, { kind, expiry, delta });
    const { volatility } = priceOption(market, { kind, expiry, strike });
    return Array.from({ length: BUYERS_A_DELTA }, (_, buyer): Wish => {
      // The middle of each equal slice of the exponential law.
      const dearer = -tolerance * Math.log((buyer + 0.5) / BUYERS_A_DELTA);
      const limit = priceOption(market, { kind, expiry, strike, volatility: volatility * (1 + dearer) }).fair;
      return { delta, strike, lock: kind === OptionKind.Call ? 1 : strike, limit };
    });
  });
}

const BISECTIONS = 40;
/** Strikes are looked for within this many standard deviations. */
const WIDEST = 6;

/** The strike at which an option has a given absolute spot delta, which falls as the option goes out of the money. */
export function strikeOf(
  market: MarketState,
  { kind, expiry, delta }: { kind: OptionKind; expiry: number; delta: number },
): number {
  const { volatility } = priceOption(market, { kind, expiry, strike: market.spot });
  const unit = volatility * Math.sqrt((expiry - market.now) / SECONDS_PER_YEAR);
  const outwards = kind === OptionKind.Call ? unit : -unit;
  let [near, far] = [-WIDEST, WIDEST];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (near + far) / 2;
    const strike = market.spot * Math.exp(middle * outwards);
    if (Math.abs(priceOption(market, { kind, expiry, strike }).spotDelta) > delta) near = middle;
    else far = middle;
  }
  return market.spot * Math.exp(((near + far) / 2) * outwards);
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: RandomSource): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random.uniform() * left.length), 1));
  return drawn;
}
