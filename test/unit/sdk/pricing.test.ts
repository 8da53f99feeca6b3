import { expect } from "chai";
import fc from "fast-check";

import {
  blackScholes,
  DomainError,
  impliedVolatility,
  normalCdf,
  NoVolatilityError,
  OptionKind,
} from "../../../sdk/src/index.ts";
import { expectClose } from "../../helpers/expectClose.ts";
import { referenceBlackScholes, referenceCdf } from "./decimalReference.ts";

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
          const { call, put, callGreeks } = blackScholes(input);
          const scale = Math.max(SPOT, strike);
          const where = JSON.stringify(input);
          expect(exact.call.minus(call).abs().toNumber() / scale, where).to.be.lessThan(1e-14);
          expect(exact.put.minus(put).abs().toNumber() / scale, where).to.be.lessThan(1e-14);
          expect(exact.callDelta.minus(callGreeks.delta).abs().toNumber(), where).to.be.lessThan(1e-13);
          expect(exact.vega.minus(callGreeks.vega).abs().toNumber() / scale, where).to.be.lessThan(1e-13);
          expect(exact.gamma.minus(callGreeks.gamma).abs().toNumber() * SPOT, where).to.be.lessThan(1e-11);
        }
      }
    }
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

  it("test_RevertWhen_ThePriceHasNoVolatility", () => {
    const option = { kind: OptionKind.Call, forward: 2_000, strike: 1_500, years: 0.1 };
    for (const price of [0, -1, 499, 500, 2_000, 2_001, NaN]) {
      expect(() => impliedVolatility({ ...option, price })).to.throw(NoVolatilityError, /between 500 and 2000/);
    }
  });
});
