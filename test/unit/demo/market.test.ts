import { expect } from "chai";

import { marketAt, simulateMarket } from "@bulkhead/simulation";
import { calendarOf, DAY, HOUR, WEEK } from "../../../scripts/demo/calendar.ts";
import { crashWeek, MARKETS, scriptedEvents } from "../../../scripts/demo/market.ts";
import { Stablecoin, wobbleWindow } from "../../../scripts/demo/stablecoin.ts";

const LONGEST = 8;
const WHOLE_STORY = 6;

describe("demo: the scripted crash", () => {
  it("is left out of a week", () => {
    expect(scriptedEvents(calendarOf(1), MARKETS.WETH.crash)).to.deep.equal([]);
  });

  it("comes in the fourth week where there are as many, in the second of fewer", () => {
    expect(Array.from({ length: LONGEST }, (_, index) => crashWeek(index + 1))).to.deep.equal([
      undefined,
      1,
      1,
      3,
      3,
      3,
      3,
      3,
    ]);
  });

  for (let weeks = 2; weeks <= LONGEST; weeks++) {
    it(`and the recovery after it fit into ${weeks} weeks, one after the other, at one time in every market`, () => {
      const calendar = calendarOf(weeks);
      const [crash, recovery] = scriptedEvents(calendar, MARKETS.WETH.crash);
      expect(crash!.start).to.be.at.least(calendar.startsAt);
      expect(recovery!.start).to.be.at.least(crash!.start + crash!.duration);
      expect(recovery!.duration).to.be.greaterThan(0);
      expect(recovery!.start + recovery!.duration).to.be.at.most(calendar.endsAt);
      const [other] = scriptedEvents(calendar, MARKETS.WBTC.crash);
      expect([other!.start, other!.duration]).to.deep.equal([crash!.start, crash!.duration]);
    });
  }
});

describe("demo: the stablecoin", () => {
  const calendar = calendarOf(WHOLE_STORY);
  const priceAt = (now: number): number => new Stablecoin({ now }, calendar).price();

  it("is worth a dollar but for two days of the fifth week, in which it falls to 0.97 and comes back", () => {
    const { from, low, to } = wobbleWindow(calendar)!;
    expect(from).to.be.within(calendar.startsAt + 4 * WEEK, calendar.startsAt + 5 * WEEK);
    expect(to - from).to.equal(2 * DAY);
    expect([calendar.startsAt, from, to, calendar.endsAt].map(priceAt)).to.deep.equal([1, 1, 1, 1]);
    expect(priceAt(low)).to.equal(0.97);
    expect(priceAt(low + 12 * HOUR)).to.equal(0.97);
    expect(priceAt(from + HOUR))
      .to.be.lessThan(1)
      .and.greaterThan(0.97);
  });

  it("stays worth a dollar where there is no fifth week", () => {
    expect(wobbleWindow(calendarOf(4))).to.equal(undefined);
  });
});

describe("simulateMarket: a market that follows another", () => {
  const calendar = calendarOf(WHOLE_STORY);
  const scenario = { start: calendar.startsAt, duration: 30 * DAY };
  const first = simulateMarket({ ...scenario, seed: 7 });
  const following = (correlation: number) =>
    simulateMarket({ ...scenario, seed: 8, model: MARKETS.WBTC.model, follows: { seed: 7, correlation } });
  const returnsOf = (path: readonly { spot: number }[]): number[] =>
    path.slice(1).map(({ spot }, index) => Math.log(spot / path[index]!.spot));

  /** Pearson's coefficient. */
  function correlationOf(a: readonly number[], b: readonly number[]): number {
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [meanA, meanB] = [mean(a), mean(b)];
    const covariance = mean(a.map((value, index) => (value - meanA) * (b[index]! - meanB)));
    const variance = (values: readonly number[], at: number): number => mean(values.map((value) => (value - at) ** 2));
    return covariance / Math.sqrt(variance(a, meanA) * variance(b, meanB));
  }

  it("moves with it as closely as is asked", () => {
    const returns = returnsOf(first);
    expect(correlationOf(returns, returnsOf(following(0.8)))).to.be.within(0.7, 0.9);
    expect(Math.abs(correlationOf(returns, returnsOf(following(0))))).to.be.lessThan(0.25);
    expect(correlationOf(returns, returnsOf(simulateMarket({ ...scenario, seed: 8 })))).to.be.within(-0.1, 0.1);
  });

  it("jumps when it jumps, by sizes of its own where nothing ties them", () => {
    const model = { ...MARKETS.WETH.model, jumpRate: 100, jumpDeviation: 0.3 };
    const jumpTimes = (path: readonly { time: number; spot: number }[]): number[] =>
      path.slice(1).flatMap(({ time, spot }, i) => (Math.abs(Math.log(spot / path[i]!.spot)) > 0.02 ? [time] : []));
    const theirs = new Set(jumpTimes(simulateMarket({ ...scenario, seed: 7, model })));
    const ours = jumpTimes(simulateMarket({ ...scenario, seed: 8, model, follows: { seed: 7, correlation: 0 } }));
    expect(ours.length).to.be.greaterThan(2);
    expect(ours.filter((time) => theirs.has(time)).length).to.be.at.least(0.7 * ours.length);
    const apart = jumpTimes(simulateMarket({ ...scenario, seed: 8, model }));
    expect(apart.filter((time) => theirs.has(time))).to.deep.equal([]);
  });

  it("has a path of its own", () => {
    const end = calendar.startsAt + 30 * DAY;
    expect(marketAt(following(0.8), end).spot).not.to.equal(marketAt(following(0.9), end).spot);
  });
});
