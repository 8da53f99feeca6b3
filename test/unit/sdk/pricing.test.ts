import { expect } from "chai";
import fc from "fast-check";

import {
  blackScholes,
  BlackScholesTable,
  DomainError,
  impliedVolatility,
  normalCdf,
  normalisedBlack,
  NoVolatilityError,
  OptionKind,
} from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";
import { referenceBlackScholes, referenceCdf, referenceNormalisedBlack } from "./decimalReference.ts";

const SPOT = 2_000;

const terms = fc.record({
  spot: fc.constant(SPOT),
  strike: fc.double({ min: 400, max: 10_000, noNaN: true }),
  volatility: fc.double({ min: 0.05, max: 3, noNaN: true }),
  years: fc.double({ min: 1 / 8_760, max: 2, noNaN: true }),
  rate: fc.double({ min: 0, max: 0.2, noNaN: true }),
  yieldRate: fc.double({ min: 0, max: 0.2, noNaN: true }),
});

describe("sdk: normal distribution", () => {
  it("test_P2_CdfMeetsFiftyDigitsRelatively", () => {
    for (let x = -12; x <= 8; x += 0.0625) {
      const exact = referenceCdf(x);
      // The density's exponent x²/2 carries half an ulp of itself.
      expect(exact.minus(normalCdf(x)).div(exact).abs().toNumber(), `x = ${x}`).to.be.lessThan(2e-14);
    }
  });

  it("test_P2_CdfAndItsMirrorAddToOne", () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expectClose(normalCdf(x) + normalCdf(-x), 1, 3e-16);
      }),
    );
  });
});

describe("sdk: Black-Scholes", () => {
  it("test_P1_PricesAndGreeksMeetFiftyDigits", () => {
    for (const strike of [500, 1_500, 1_999, 2_000, 2_100, 3_000, 8_000]) {
      for (const years of [1 / 365, 0.02, 0.25, 1.5]) {
        for (const volatility of [0.1, 0.8, 2.5]) {
          const input = { spot: SPOT, strike, volatility, years, rate: 0.05, yieldRate: 0.02 };
          const exact = referenceBlackScholes(input);
          const { call, put, callGreeks, putGreeks } = blackScholes(input);
          const scale = Math.max(SPOT, strike);
          const error = (name: keyof typeof exact, value: number): number => exact[name].minus(value).abs().toNumber();
          const where = JSON.stringify(input);
          expect(error("call", call) / scale, where).to.be.lessThan(5e-16);
          expect(error("put", put) / scale, where).to.be.lessThan(5e-16);
          expect(error("callDelta", callGreeks.delta), where).to.be.lessThan(2e-15);
          expect(error("putDelta", putGreeks.delta), where).to.be.lessThan(2e-15);
          expect(error("vega", callGreeks.vega) / scale, where).to.be.lessThan(5e-15);
          expect(error("gamma", callGreeks.gamma) * SPOT, where).to.be.lessThan(1e-13);
          expect(error("callTheta", callGreeks.theta) / scale, where).to.be.lessThan(1e-13);
          expect(error("putTheta", putGreeks.theta) / scale, where).to.be.lessThan(1e-13);
          expect(error("callRho", callGreeks.rho) / scale, where).to.be.lessThan(5e-15);
          expect(error("putRho", putGreeks.rho) / scale, where).to.be.lessThan(5e-15);
          expect(error("vanna", callGreeks.vanna), where).to.be.lessThan(2e-13);
          expect(error("volga", callGreeks.volga) / scale, where).to.be.lessThan(2e-13);
          const { gamma, vega, vanna, volga } = callGreeks;
          expect(putGreeks).to.deep.include({ gamma, vega, vanna, volga });
        }
      }
    }
  });

  it("test_P1_TextbookExamples", () => {
    // Haug, "The complete guide to option pricing formulas", 2007, 1.1.1 and 1.1.2; Hull, "Options, futures, and other derivatives", 15.9.
    const stock = blackScholes({ spot: 60, strike: 65, volatility: 0.3, years: 0.25, rate: 0.08 });
    expectClose(stock.call, 2.1334, 5e-5);
    const index = blackScholes({ spot: 100, strike: 95, volatility: 0.2, years: 0.5, rate: 0.1, yieldRate: 0.05 });
    expectClose(index.put, 2.4648, 5e-5);
    const hull = blackScholes({ spot: 42, strike: 40, volatility: 0.2, years: 0.5, rate: 0.1 });
    expectClose(hull.call, 4.76, 5e-3);
    expectClose(hull.put, 0.81, 5e-3);
  });

  it("test_P1_ParityAndBounds", () => {
    fc.assert(
      fc.property(terms, (input) => {
        const { call, put, forward, discount } = blackScholes(input);
        const { strike } = input;
        expectClose(call - put, discount * (forward - strike), 1e-11);
        expect(call).to.be.at.least(Math.max(0, discount * (forward - strike)) * (1 - 1e-14));
        expect(call).to.be.at.most(discount * forward);
        expect(put).to.be.at.most(discount * strike);
      }),
    );
  });

  it("test_GreeksAreTheDerivatives", () => {
    fc.assert(
      fc.property(terms, (input) => {
        const price = (change: Partial<typeof input>) => blackScholes({ ...input, ...change });
        const { callGreeks, putGreeks } = blackScholes(input);
        const h = 1e-4 * SPOT;
        const slope = (side: "call" | "put", name: "spot" | "volatility" | "years" | "rate", step: number): number =>
          (price({ [name]: input[name] + step })[side] - price({ [name]: input[name] - step })[side]) / (2 * step);
        // Only where a finite difference can tell: not within a step of a kink.
        fc.pre(input.volatility * Math.sqrt(input.years) > 0.02);
        const near = (a: number, b: number, scale: number): void => {
          expect(Math.abs(a - b)).to.be.lessThan(scale * 1e-4);
        };
        near(callGreeks.delta, slope("call", "spot", h), 1);
        near(putGreeks.delta, slope("put", "spot", h), 1);
        near(callGreeks.vega, slope("call", "volatility", 1e-5), SPOT);
        near(callGreeks.rho, slope("call", "rate", 1e-5), SPOT);
        near(putGreeks.rho, slope("put", "rate", 1e-5), SPOT);
        const theta = SPOT * (1 + input.volatility / Math.sqrt(input.years));
        near(callGreeks.theta, -slope("call", "years", input.years * 1e-4), theta);
        near(putGreeks.theta, -slope("put", "years", input.years * 1e-4), theta);
      }),
    );
  });

  it("test_P1_OutOfTheMoneyPricesKeepTheirDigitsHoweverSmallVolatilityIs", () => {
    for (let exponent = -7; exponent <= 0.5; exponent += 0.25) {
      for (const x of [0, 0.03, 0.4, 1.3, 1.95, 2.02, 3, 5.9, 6.1, 9, 14]) {
        const v = 10 ** exponent;
        const k = x * v;
        const exact = referenceNormalisedBlack(k, v);
        const near = k / v - v / 2;
        // The density's exponent carries an ulp of itself; where both ratios are subtracted, v is at least a tenth.
        const tolerance = 1e-14 + 3e-16 * near * near;
        expect(exact.minus(normalisedBlack(k, v)).div(exact).abs().toNumber(), `${k} ${v}`).to.be.lessThan(tolerance);
      }
    }
  });

  it("test_P1_ATableHoldsTheSameNumbersToTheLastBit", () => {
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 40 }), fc.boolean(), (rows, hasRates) => {
        const column = (name: keyof (typeof rows)[number]) => Float64Array.from(rows, (row) => row[name]);
        const columns = {
          spot: column("spot"),
          strike: column("strike"),
          volatility: column("volatility"),
          years: column("years"),
          ...(hasRates ? { rate: column("rate"), yieldRate: column("yieldRate") } : {}),
        };
        const table = new BlackScholesTable(rows.length).price(columns);
        rows.forEach(({ rate, yieldRate, ...row }, index) => {
          const { callGreeks, putGreeks, ...one } = blackScholes(hasRates ? { ...row, rate, yieldRate } : row);
          const found = {
            forward: table.forward[index],
            discount: table.discount[index],
            call: table.call[index],
            put: table.put[index],
          };
          const shared = {
            gamma: table.gamma[index],
            vega: table.vega[index],
            vanna: table.vanna[index],
            volga: table.volga[index],
          };
          expect(found).to.deep.equal(one);
          expect({
            ...shared,
            delta: table.callDelta[index],
            theta: table.callTheta[index],
            rho: table.callRho[index],
          }).to.deep.equal(callGreeks);
          expect({
            ...shared,
            delta: table.putDelta[index],
            theta: table.putTheta[index],
            rho: table.putRho[index],
          }).to.deep.equal(putGreeks);
        });
      }),
    );
  });

  it("test_RevertWhen_ATablesColumnsDoNotFit", () => {
    const two = Float64Array.of(100, 100);
    const columns = { spot: two, strike: two, volatility: Float64Array.of(0.5, 0.5), years: Float64Array.of(1, 1) };
    expect(() => new BlackScholesTable(3).price(columns)).to.throw(DomainError, /spot of 3 rows.*got 2/);
    const short = { ...columns, rate: Float64Array.of(0.1) };
    expect(() => new BlackScholesTable(2).price(short)).to.throw(DomainError, /rate of 2 rows.*got 1/);
    const bad = { ...columns, volatility: Float64Array.of(0.5, NaN) };
    expect(() => new BlackScholesTable(2).price(bad)).to.throw(DomainError, /volatility from 0 to 1000, got NaN/);
  });

  it("test_A23_NothingIsNoNumberAtTheEndsOfTheDomain", () => {
    const ends = { spot: [5e-324, 1, 1e30], strike: [5e-324, 1, 1e30], volatility: [0, 5e-324, 1e-4, 1_000] };
    for (const spot of ends.spot) {
      for (const strike of ends.strike) {
        for (const volatility of ends.volatility) {
          for (const years of [0, 5e-324, 1e-9, 1, 1_000]) {
            const { callGreeks, putGreeks, ...prices } = blackScholes({ spot, strike, volatility, years });
            const figures = [prices, callGreeks, putGreeks].flatMap((part) => Object.values(part) as number[]);
            expect(figures.some(Number.isNaN), JSON.stringify({ spot, strike, volatility, years })).to.equal(false);
            expect(prices.call).to.be.within(Math.max(0, spot - strike), spot);
          }
        }
      }
    }
  });

  it("test_A23_LimitsAreExact", () => {
    const still = blackScholes({ spot: 2_000, strike: 1_500, volatility: 0, years: 1 });
    expect([still.call, still.put, still.callGreeks.delta, still.callGreeks.vega]).to.deep.equal([500, 0, 1, 0]);
    const expired = blackScholes({ spot: 2_000, strike: 2_500, volatility: 0.8, years: 0 });
    expect([expired.call, expired.put, expired.putGreeks.delta]).to.deep.equal([0, 500, -1]);
    const far = blackScholes({ spot: 2_000, strike: 1e9, volatility: 3, years: 1 / 365 });
    expect(far.call).to.equal(0);
  });

  it("test_RevertWhen_OutsideTheDomain", () => {
    const good = { spot: 2_000, strike: 2_000, volatility: 0.8, years: 1 };
    for (const bad of [{ spot: 0 }, { spot: NaN }, { strike: -1 }, { volatility: -0.1 }, { years: Infinity }]) {
      expect(() => blackScholes({ ...good, ...bad })).to.throw(DomainError, /expected (spot|strike|volatility|years)/);
    }
  });
});

describe("sdk: implied volatility", () => {
  it("test_P6_GivesThePriceBack", () => {
    fc.assert(
      fc.property(terms, fc.constantFrom(OptionKind.Call, OptionKind.Put), (input, kind) => {
        const { call, put, forward, discount } = blackScholes(input);
        const price = kind === OptionKind.Call ? call : put;
        const intrinsic =
          discount * Math.max(0, kind === OptionKind.Call ? forward - input.strike : input.strike - forward);
        // A double of an in-the-money price must still hold the time value, or it determines no volatility.
        fc.pre(price - intrinsic > 1e-4 * price && price > 1e-100);
        const { strike, years } = input;
        const found = impliedVolatility({ kind, price, forward, strike, years, discount });
        const again = blackScholes({ ...input, volatility: found });
        expectClose((kind === OptionKind.Call ? again.call : again.put) / price, 1, 1e-11);
      }),
      { numRuns: 2_000 },
    );
  });

  it("test_P6_FindsTheVolatilityOfOutOfTheMoneyPricesToTheLastDigits", () => {
    fc.assert(
      fc.property(terms, (input) => {
        const { call, put, forward, discount } = blackScholes(input);
        const kind = input.strike >= forward ? OptionKind.Call : OptionKind.Put;
        const price = kind === OptionKind.Call ? call : put;
        const total = input.volatility * Math.sqrt(input.years);
        fc.pre(price > 1e-200 && total < 2);
        const { strike, years } = input;
        const found = impliedVolatility({ kind, price, forward, strike, years, discount });
        expectClose(found / input.volatility, 1, 1e-11);
      }),
      { numRuns: 2_000 },
    );
  });

  it("test_P6_FindsSmallVolatilitiesNearTheMoneyToTheLastDigits", () => {
    for (let exponent = -10; exponent <= -1; exponent++) {
      for (const distance of [0, 1e-9, 1e-4, 0.01, 0.5, 1, 3]) {
        const volatility = 10 ** exponent;
        // Rounded as a double; what it is exactly is what both sides see.
        const strike = SPOT * (1 + distance * volatility);
        const exact = referenceBlackScholes({ spot: SPOT, strike, volatility, years: 1, rate: 0, yieldRate: 0 });
        const price = exact.call.toNumber();
        const found = impliedVolatility({ kind: OptionKind.Call, price, forward: SPOT, strike, years: 1 });
        expect(Math.abs(found / volatility - 1), `${volatility} at ${distance}`).to.be.lessThan(1e-12);
      }
    }
  });

  /** What a price, its distance to intrinsic value and the solver's own rounding let a volatility be off, relatively. */
  function doubt(input: { volatility: number; strike: number; years: number }, price: number, vega: number): number {
    const units = (price + Math.abs(SPOT - input.strike) + Math.max(SPOT, input.strike) * 1e-3) * 2 ** -51;
    return 1e-13 + units / (vega * input.volatility);
  }

  it("test_P6_NoFairPriceIsRefusedFromAnHourToTwoYearsAtAnyVolatility", () => {
    let solved = 0;
    fc.assert(
      fc.property(
        fc.double({ min: Math.log(1e-4), max: Math.log(5), noNaN: true }),
        fc.double({ min: Math.log(1 / 8_760), max: Math.log(2), noNaN: true }),
        // Deviations from the money: at it, near it, far from it.
        fc.oneof(
          fc.constant(0),
          fc.double({ min: -0.1, max: 0.1, noNaN: true }),
          fc.double({ min: -30, max: 30, noNaN: true }),
        ),
        fc.constantFrom(OptionKind.Call, OptionKind.Put),
        (logVolatility, logYears, deviations, kind) => {
          const [volatility, years] = [Math.exp(logVolatility), Math.exp(logYears)];
          const strike = SPOT * Math.exp(deviations * volatility * Math.sqrt(years));
          fc.pre(strike > 1e-30 && strike < 1e30);
          const { call, put, callGreeks } = blackScholes({ spot: SPOT, strike, volatility, years });
          const price = kind === OptionKind.Call ? call : put;
          const intrinsic = Math.max(0, kind === OptionKind.Call ? SPOT - strike : strike - SPOT);
          // All that has a volatility: strictly between the bounds, if by one unit in the last place.
          fc.pre(price > intrinsic && price < (kind === OptionKind.Call ? SPOT : strike));
          const found = impliedVolatility({ kind, price, forward: SPOT, strike, years });
          const tolerance = doubt({ volatility, strike, years }, price, callGreeks.vega);
          // Where the price holds next to nothing of it, any volatility is as good: that one is found is all.
          if (tolerance < 0.1) expectClose(found / volatility, 1, tolerance, `${volatility} ${years} ${strike}`);
          expect(found).to.be.greaterThan(0);
          solved++;
        },
      ),
      { numRuns: 20_000 },
    );
    expect(solved).to.be.greaterThan(10_000);
  });

  it("test_P6_NoPriceBetweenTheBoundsIsRefused", () => {
    const share = fc.oneof(
      fc.double({ min: -300, max: 0, noNaN: true }).map((power) => ({ low: 10 ** power })),
      fc.double({ min: -15.9, max: 0, noNaN: true }).map((power) => ({ high: 10 ** power })),
    );
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -40, max: 2, noNaN: true }),
        share,
        fc.constantFrom(OptionKind.Call, OptionKind.Put),
        (level, logDistance, part, kind) => {
          const forward = Math.exp(level / 2);
          const strike = forward * Math.exp(Math.sign(level) * Math.exp(logDistance));
          const isCall = kind === OptionKind.Call;
          const intrinsic = Math.max(0, isCall ? forward - strike : strike - forward);
          const upper = isCall ? forward : strike;
          const unit = Math.min(forward, strike);
          const price = "low" in part ? intrinsic + part.low * unit : upper - part.high * unit;
          fc.pre(price > intrinsic && price < upper && strike < 1e30);
          const found = impliedVolatility({ kind, price, forward, strike, years: 1 });
          expect(found > 0 && found < 40, String(found)).to.equal(true);
          // Out of the money, back at the price by the same formula.
          if (intrinsic > 0 || found > 8) return;
          const again = unit * normalisedBlack(Math.abs(Math.log(strike / forward)), found);
          const rounding = 1e-12 + 1e-15 * Math.log(price / unit) ** 2 + 2e-16 / (1 - price / unit);
          fc.pre(price / unit > 1e-250 && logDistance > -10);
          expectClose(again / price, 1, 1e3 * rounding, `${forward} ${strike} ${price}`);
        },
      ),
      { numRuns: 4_000 },
    );
    // A unit in the last place from either bound, and the ends of what a double holds.
    const at = { kind: OptionKind.Call, forward: 1, strike: 1, years: 1 };
    expectClose(impliedVolatility({ ...at, price: 1 - 2 ** -53 }) / 16.6, 1, 0.01);
    expectClose(impliedVolatility({ ...at, price: 1e-300 }) / (1e-300 * Math.sqrt(2 * Math.PI)), 1, 1e-13);
    expect(impliedVolatility({ ...at, strike: 1e30, price: 5e-324 })).to.be.within(1, 2);
    expect(impliedVolatility({ ...at, forward: 1e30, strike: 1e30, price: 5e-324 })).to.equal(0);
  });

  it("test_RevertWhen_ThePriceHasNoVolatility", () => {
    const option = { kind: OptionKind.Call, forward: 2_000, strike: 1_500, years: 0.1 };
    for (const price of [0, -1, 499, 500, 2_000, 2_001, NaN]) {
      expect(() => impliedVolatility({ ...option, price })).to.throw(NoVolatilityError, /between 500 and 2000/);
    }
  });
});
