import { expect } from "chai";
import { formatEther } from "ethers";

import { openFixedMarket, PUSH_ONLY, STATUS } from "./fixedMarket.ts";
import { Real } from "./normal.ts";
import {
  bookFigures,
  claimOf,
  depositCapital,
  lowCapital,
  orderFigures,
  riskCharge,
  sensitivities,
  steppedCapital,
  type LegFigures,
} from "./reference.ts";
import { Random } from "./random.ts";
import { randomScenario, toBook, toReference, type Scenario } from "./scenario.ts";

const NOW = 1_800_000_000;
const BOOKS = 24;
const WAD = 10n ** 18n;

const real = (x: bigint): Real => new Real(x.toString()).div("1e18");

/** A leg in the chain's own integers. */
interface WadLeg {
  readonly expiry: number;
  readonly strike: bigint;
  readonly quantity: bigint;
}

const isSameSeries = (a: WadLeg, b: WadLeg): boolean => a.expiry === b.expiry && a.strike === b.strike;

/** What a leg's own clamp added to an ask or took from a bid. */
function clampOf({ own, fair, fee }: LegFigures, leg: WadLeg | undefined): Real {
  return leg !== undefined && leg.quantity > 0n ? own.minus(fair).minus(fee) : fair.minus(fee).plus(own);
}

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
    it(`assesses random book ${seed}: value, Greeks, lock, the step of E, both charges, NAV, claim, band`, async () => {
      const scenario = randomScenario(seed, NOW);
      const { oracle, capital, kind } = await setUp(scenario, STATUS.fresh);
      const actual = await oracle.assess(kind, toBook(scenario), capital, scenario.params);
      const { world, params, book, capital: stored } = toReference(scenario, NOW);
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

      const stepped = steppedCapital(stored, { value: expected.value, elapsed: scenario.sinceUpdate });
      const [low, high] = [lowCapital(stepped), depositCapital(stepped)];
      const ofCapital = tolerance.plus(stored.collateral.times("1e-17"));
      for (const what of ["collateral", "riskCapital", "actual", "fresh", "recentCharge", "doublingBase"] as const) {
        close(actual.capital[what], stepped[what], ofCapital, what);
      }
      expect(actual.capital.claimShare).to.equal(capital.claimShare);
      expect(actual.capital.updatedAt).to.equal(NOW);
      expect(actual.capital.priceNumber).to.equal(
        scenario.signed === undefined ? PUSH_ONLY : BigInt(NOW - scenario.signed.age),
      );
      close(actual.lowCapital, low, ofCapital, "E_low");
      close(actual.depositCapital, high, ofCapital, "E_dep");
      const { move, rent } = riskCharge(expected, params, low);
      const slack = move.plus(rent).plus(low).times("1e-16").plus("1e-15");
      close(actual.moveCharge, move, slack, "move charge");
      close(actual.rentCharge, rent, slack, "rent");
      const deposit = riskCharge(expected, params, high);
      const comers = deposit.move.plus(deposit.rent);
      close(actual.depositCharge, comers, comers.plus(high).times("1e-16").plus("2e-15"), "charge of comers");
      const nav = stored.collateral.minus(expected.value).minus(move).minus(rent);
      close(actual.nav, nav, slack.plus(tolerance), "NAV");
      close(actual.claim, claimOf(expected, params, stepped), slack.plus(tolerance), "claim");
      close(actual.spotConfidence, expected.spotConfidence, new Real("1e-17"), "c_S");
      const curved = expected.spotConfidence.times(expected.greeks.gamma.abs()).div(2);
      const band = expected.greeks.delta
        .abs()
        .plus(curved)
        .times(expected.spotConfidence)
        .plus(expected.greeks.vega.abs().times(world.volConfidence));
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
        const leg = randomLeg(scenario, random, sells);
        if (leg !== undefined) await agreeOnOrder(scenario, { legs: [leg], stale });
      }
    });

    it(`prices orders against random book ${seed}: several legs, bought and sold, also strikes that nobody has`, async () => {
      const scenario = randomScenario(seed, NOW);
      const random = new Random(seed * 104_729);
      for (const stale of [false, true]) {
        const legs = Array.from({ length: random.integer(2, 6) }, () =>
          randomLeg(scenario, random, random.chance(0.5)),
        ).flatMap((leg) => (leg === undefined ? [] : [leg]));
        // A vault takes each series once an order.
        const distinct = legs.filter((leg, i) => legs.findIndex((other) => isSameSeries(leg, other)) === i);
        if (distinct.length > 1) await agreeOnOrder(scenario, { legs: distinct, stale });
      }
    });
  }

  /** A leg in the book: where it sells, of options that are written; else also of a strike that is not listed. */
  function randomLeg(scenario: Scenario, random: Random, sells: boolean): WadLeg | undefined {
    const where = scenario.expiries[random.integer(0, scenario.expiries.length - 1)];
    const entry = where?.entries[random.integer(0, where.entries.length - 1)];
    if (where === undefined || entry === undefined || (sells && entry.lots === 0n)) return undefined;
    const lots = sells ? BigInt(random.integer(1, Number(entry.lots))) : BigInt(random.integer(1, 5000));
    const tick = !sells && random.chance(0.3) ? entry.tick + 3n : entry.tick;
    return {
      expiry: where.expiry,
      strike: tick * scenario.tickSize,
      quantity: lots * scenario.lotSize * (sells ? -1n : 1n),
    };
  }

  async function agreeOnOrder(
    scenario: Scenario,
    { legs, stale }: { legs: readonly WadLeg[]; stale: boolean },
  ): Promise<void> {
    const { oracle, capital, kind } = await setUp(scenario, stale ? STATUS.stale : STATUS.fresh);
    const actual = await oracle.quote(kind, toBook(scenario), capital, scenario.params, [...legs]);
    const { world, params, book, capital: stored } = toReference(scenario, NOW, stale);
    const { value } = bookFigures(world, params, book);
    const stepped = steppedCapital(stored, { value, elapsed: scenario.sinceUpdate });
    const expected = orderFigures(world, params, book, {
      legs: legs.map(({ expiry, strike, quantity }) => ({ expiry, strike: real(strike), quantity: real(quantity) })),
      capital: stepped,
    });
    const unit = new Real(scenario.kind === "call" ? 1 : world.spot);
    const sizes = legs.map(({ quantity }, i) =>
      (expected.legs[i]?.one.value ?? unit).plus(unit).times(real(quantity).abs()),
    );
    const size = sizes.reduce((sum, each) => sum.plus(each), new Real(0));
    const charges = expected.chargeBefore.plus(expected.chargeAfter).plus(depositCapital(stepped));
    const tolerance = size.times("1e-16").plus(charges.times("2e-17")).plus("1e-15");
    for (const what of ["premium", "fee", "clamp", "valueAfter", "claim"] as const) {
      close(actual[what], expected[what], tolerance.plus(what === "valueAfter" ? value.times("1e-15") : 0), what);
    }
    close(actual.valueBefore, value, tolerance.plus(value.times("1e-15")), "value before");
    close(actual.moveCharge, expected.move, tolerance, "move");
    close(actual.rentCharge, expected.rent, tolerance, "rent");
    close(actual.chargeBefore, expected.chargeBefore, tolerance, "charge before");
    close(actual.chargeAfter, expected.chargeAfter, tolerance, "charge after");
    close(actual.capital.riskCapital, stepped.riskCapital, tolerance, "E");
    // Paid by the trader, so never rounded for the trader.
    expect(
      real(actual.premium).gte(expected.premium.minus(size.times("3e-17")).minus(charges.times("2e-17"))),
    ).to.equal(true);
    for (const [i, leg] of expected.legs.entries()) {
      const found = actual.legs[i];
      if (found === undefined) throw new Error(`expected a quote of leg ${i}, got none`);
      const own = (sizes[i] ?? size).times("1e-16").plus("1e-15");
      close(found.fair, leg.fair, own, "fair of a leg");
      close(found.fee, leg.fee, own, "fee of a leg");
      close(found.amount, leg.amount, own, "amount of a leg");
      close(found.clamp, clampOf(leg, legs[i]), own, "clamp of a leg");
      close(found.greeks.delta, leg.one.delta, new Real("1e-13"), "delta of a leg");
    }
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
