import { expect } from "chai";
import { formatEther } from "ethers";

import { openFixedMarket, STATUS } from "./fixedMarket.ts";
import { Real } from "./normal.ts";
import { bookFigures, riskCapital, riskCharge, sensitivities, tradeFigures } from "./reference.ts";
import { Random } from "./random.ts";
import { randomScenario, toBook, toReference, type Scenario } from "./scenario.ts";

const NOW = 1_800_000_000;
const BOOKS = 24;
const WAD = 10n ** 18n;

const real = (x: bigint): Real => new Real(x.toString()).div("1e18");

/** Fails where `actual` (WAD) is further from `expected` than `tolerance`. */
function close(actual: bigint, expected: Real, tolerance: Real, what: string): void {
  const distance = real(actual).minus(expected).abs();
  expect(
    distance.lte(tolerance),
    `${what}: ${formatEther(actual)}, expected ${expected.toFixed(24)} ± ${tolerance.toString()}`,
  ).to.equal(true);
}

describe("PremiumOracle against 80-digit arithmetic", function () {
  this.timeout(600_000);

  async function setUp(scenario: Scenario, status: number) {
    const market = await openFixedMarket(scenario, { now: NOW, status });
    return { ...market, kind: scenario.kind === "call" ? 0 : 1 };
  }

  for (let seed = 1; seed <= BOOKS; seed++) {
    it(`assesses random book ${seed}: value, Greeks, lock, E, R, NAV, band`, async () => {
      const scenario = randomScenario(seed, NOW);
      const { oracle, capital, kind } = await setUp(scenario, STATUS.fresh);
      const actual = await oracle.assess(kind, toBook(scenario), capital, scenario.params);
      const { world, params, book } = toReference(scenario, NOW);
      const expected = bookFigures(world, params, book);

      const options = book.flatMap(({ series }) => series).reduce((sum, { net }) => sum.plus(net), new Real(0));
      const notional = options.times(scenario.kind === "call" ? 1 : world.spot).times(4);
      const tolerance = notional.times("3e-17").plus("1e-15");
      close(actual.value, expected.value, tolerance, "value");
      close(actual.greeks.delta, expected.greeks.delta, tolerance, "delta");
      // Gamma carries 1/√w, vega's and theta's relative errors are those of the density.
      close(actual.greeks.gamma, expected.greeks.gamma, tolerance.times(1000), "gamma");
      close(actual.greeks.vega, expected.greeks.vega, tolerance, "vega");
      close(actual.greeks.theta, expected.greeks.theta, tolerance.times(1000), "theta");
      close(actual.greeks.rho, expected.greeks.rho, tolerance, "rho");
      expect(real(actual.lock).eq(expected.lock)).to.equal(true);

      const [collateral, before] = [real(scenario.collateral), real(scenario.riskCapital)];
      const capitalNow = riskCapital(collateral, before, expected.value, scenario.sinceUpdate);
      close(actual.riskCapital, capitalNow, tolerance.plus(capitalNow.times("1e-17")), "E");
      const { move, rent } = riskCharge(expected, params, capitalNow);
      const slack = move.plus(rent).plus(capitalNow).times("1e-15").plus("1e-15");
      close(actual.moveCharge, move, slack, "move charge");
      close(actual.rentCharge, rent, slack, "rent");
      close(actual.nav, collateral.minus(expected.value).minus(move).minus(rent), slack.plus(tolerance), "NAV");
      close(actual.spotConfidence, expected.spotConfidence, new Real("3e-18"), "c_S");
      const band = expected.greeks.delta
        .abs()
        .times(expected.spotConfidence)
        .plus(expected.greeks.vega.abs().times(world.volConfidence))
        .times(params.confidenceFactor);
      close(actual.band, band, tolerance.times(4), "band");
    });

    it(`prices trades against random book ${seed}: bought, sold back, sold on a stale surface`, async () => {
      const scenario = randomScenario(seed, NOW);
      const random = new Random(seed * 7919);
      for (const [sells, stale] of [
        [false, false],
        [true, false],
        [true, true],
      ] as const) {
        const { oracle, capital, kind } = await setUp(scenario, stale ? STATUS.stale : STATUS.fresh);
        const where = scenario.expiries[random.integer(0, scenario.expiries.length - 1)];
        const entry = where?.entries[random.integer(0, where.entries.length - 1)];
        if (where === undefined || entry === undefined || (sells && entry.lots === 0n)) continue;
        const lots = sells ? entry.lots : BigInt(random.integer(1, 5000));
        const quantity = lots * scenario.lotSize * (sells ? -1n : 1n);
        const strike = entry.tick * scenario.tickSize;
        const actual = await oracle.quote(kind, toBook(scenario), capital, scenario.params, {
          expiry: where.expiry,
          strike,
          quantity,
        });
        const { world, params, book } = toReference(scenario, NOW, stale);
        const expected = tradeFigures(world, params, book, {
          expiry: where.expiry,
          strike: real(strike),
          quantity: real(quantity),
          capital: real(actual.riskCapital),
        });
        const size = expected.one.value.plus(scenario.kind === "call" ? 1 : world.spot).times(real(quantity).abs());
        const tolerance = size.times("1e-16").plus(real(actual.riskCapital).times("2e-15")).plus("1e-15");
        close(actual.fair, expected.fair, tolerance, "fair");
        close(actual.moveCharge, expected.move, tolerance, "move");
        close(actual.rentCharge, expected.rent, tolerance, "rent");
        close(actual.fee, expected.fee, tolerance, "fee");
        close(actual.premium, expected.premium, tolerance, "premium");
        if (sells)
          expect(real(actual.premium).lte(expected.premium.plus(size.times("3e-17")).plus("1e-15"))).to.equal(true);
        close(actual.greeks.delta, expected.one.delta, new Real("1e-13"), "delta");
      }
    });
  }

  it("prices one option by itself as the book does", async () => {
    const scenario = randomScenario(5, NOW);
    const { oracle, kind } = await setUp(scenario, STATUS.fresh);
    const { world, book } = toReference(scenario, NOW);
    for (const { expiry, smile, series } of book) {
      for (const { strike } of series) {
        const wadStrike = BigInt(strike.times("1e18").toFixed(0));
        const [fair, , spotDelta, greeks] = await oracle.option(kind, expiry, wadStrike);
        const expected = sensitivities(world, expiry, smile, strike);
        const tolerance = world.spot.times("5e-17");
        close(fair, expected.value, tolerance, "fair");
        close(greeks.delta, expected.delta, tolerance.times(10), "delta");
        expect(
          scenario.kind === "call" ? spotDelta >= 0n && spotDelta <= WAD : spotDelta <= 0n && spotDelta >= -WAD,
        ).to.equal(true);
      }
    }
  });
});
