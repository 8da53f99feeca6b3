import { expect } from "chai";

import { RandomSource } from "@bulkhead/simulation";
import { observePrice, type VolatilityEstimate, type VolatilityRules } from "../../../simulation/src/observePrice.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** As deployed. */
const RULES: VolatilityRules = { seed: 0.5, halfLife: DAY, minSpacing: 5 * MINUTE, outlier: 5 };
/** A push feed: a round when the price has moved so far, and one so often at least. */
const DEVIATION = 0.005;
const HEARTBEAT = HOUR;
const STEP = MINUTE;
/** The estimate is noisy, its mean over this time is not: some thousands of rounds. */
const LENGTH = 400 * DAY;
const BURN_IN = 10 * DAY;
/** What is promised at any rhythm. */
const TOLERANCE = 0.05;

/** What somebody who decides when to update can know. */
interface Moment {
  readonly now: number;
  /** What the feed says, and what the market does meanwhile. */
  readonly answer: number;
  readonly market: number;
  readonly isNewRound: boolean;
  readonly last: { readonly price: number; readonly at: number };
}

type Rhythm = (moment: Moment, random: RandomSource) => boolean;

const every =
  (period: number): Rhythm =>
  ({ now }) =>
    now % period === 0;

/** Honest keepers look once an hour; beside them somebody does what suits him, and nobody can keep them from it. */
const besideAnHourlyKeeper =
  (isTold: Rhythm): Rhythm =>
  (moment, random) =>
    moment.now % HOUR === 0 || isTold(moment, random);

const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  "as often as is allowed": every(STEP),
  "every five minutes": every(5 * MINUTE),
  "at every round of the feed": ({ isNewRound }) => isNewRound,
  hourly: every(HOUR),
  "every three hours": every(3 * HOUR),
  "every eight hours": every(8 * HOUR),
  "at random": (_, random) => random.uniform() < 1 / 90,
  "by one who waits until the price is what it was": besideAnHourlyKeeper(({ answer, last }) => answer === last.price),
  "by one who waits until the price stands out": besideAnHourlyKeeper(
    ({ answer, last }) => Math.abs(Math.log(answer / last.price)) > 1.5 * DEVIATION,
  ),
  "by one who sees the next round coming, and updates before it": besideAnHourlyKeeper(
    ({ answer, market }) => Math.abs(Math.log(market / answer)) > 0.8 * DEVIATION,
  ),
  "by one who never updates while the price is away": besideAnHourlyKeeper(
    ({ answer, market, last }) => answer === last.price && Math.abs(Math.log(market / answer)) < 0.2 * DEVIATION,
  ),
};

/** The mean of the estimate's variance, as a volatility, over a random walk of a given one. */
function meanEstimate(volatility: number, rhythm: Rhythm): number {
  const random = new RandomSource(Math.round(volatility * 1_000));
  const deviation = volatility * Math.sqrt(STEP / YEAR);
  let market = 2_000;
  let round = { answer: market, at: 0 };
  let estimate: VolatilityEstimate = { volatility, last: { price: market, at: 0 } };
  let sum = 0;
  let count = 0;
  for (let now = STEP; now <= LENGTH; now += STEP) {
    market *= Math.exp(deviation * random.normal() - deviation ** 2 / 2);
    const isNewRound = Math.abs(market / round.answer - 1) >= DEVIATION || now - round.at >= HEARTBEAT;
    if (isNewRound) round = { answer: market, at: now };
    const { answer } = round;
    const last = estimate.last ?? { price: answer, at: now };
    if (rhythm({ now, answer, market, isNewRound, last }, random)) {
      estimate = observePrice(estimate, { price: answer, now, confidence: DEVIATION, rules: RULES });
    }
    if (now <= BURN_IN) continue;
    sum += estimate.volatility ** 2;
    count++;
  }
  return Math.sqrt(sum / count);
}

describe("realised volatility behind a push feed", function () {
  for (const [name, rhythm] of Object.entries(RHYTHMS)) {
    it(`A5: is within 5 % of the truth when updated ${name}`, function () {
      for (const volatility of [0.1, 0.27, 0.65, 1.5]) {
        const estimate = meanEstimate(volatility, rhythm);
        expect(estimate / volatility, `${volatility}: ${estimate}`).to.be.within(1 - TOLERANCE, 1 + TOLERANCE);
      }
    });
  }
});
