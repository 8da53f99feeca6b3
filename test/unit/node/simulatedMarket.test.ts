import { expect } from "chai";

import type { Chain } from "../../../scripts/markets/Chain.ts";
import type { Venue } from "../../../scripts/markets/world.ts";
import { SimulatedMarket } from "../../../scripts/node/SimulatedMarket.ts";

const DAY = 86_400;
const STARTS_AT = Date.UTC(2027, 0, 5, 9) / 1_000;

/** Of a venue it asks the symbol alone, of the chain the time. */
function marketOf(options: { seed?: number; still?: boolean; index?: number; now?: number }) {
  const { seed = 1, still = false, index = 0, now = STARTS_AT } = options;
  const venue = { symbol: index === 0 ? "WETH" : "WBTC" } as Venue;
  return new SimulatedMarket(venue, { chain: { now } as Chain, seed, still, index, startsAt: STARTS_AT });
}

const days = (count: number) => Array.from({ length: count }, (_, day) => STARTS_AT + day * DAY);

describe("node: a simulated market", () => {
  it("is decided by its seed, however far it is looked ahead first", () => {
    const [asked, ahead] = [marketOf({}), marketOf({})];
    ahead.inDollars(STARTS_AT + 1_000 * DAY);
    const times = days(200);
    expect(times.map((at) => ahead.inDollars(at))).to.deep.equal(times.map((at) => asked.inDollars(at)));
    expect(marketOf({ seed: 2 }).inDollars(STARTS_AT + DAY)).not.to.deep.equal(asked.inDollars(STARTS_AT + DAY));
  });

  it("begins at its model's price and moves from there, the second after the first", () => {
    const returns = [0, 1].map((index) => {
      const market = marketOf({ index });
      expect(market.now().spot).to.equal(market.model.spot);
      const spots = days(300).map((at) => market.inDollars(at).spot);
      return spots.slice(1).map((spot, day) => Math.log(spot / spots[day]!));
    });
    const product = (a: number[], b: number[]): number => a.reduce((sum, value, day) => sum + value * b[day]!, 0);
    const [first, second] = [returns[0]!, returns[1]!];
    const correlation = product(first, second) / Math.sqrt(product(first, first) * product(second, second));
    expect(correlation).to.be.within(0.6, 0.95);
  });

  it("stays as it begins where it is to be still", () => {
    const market = marketOf({ still: true, now: STARTS_AT + 400 * DAY });
    const { spot, variance } = market.model;
    expect(market.now()).to.deep.equal({ time: STARTS_AT + 400 * DAY, spot, variance });
  });
});
