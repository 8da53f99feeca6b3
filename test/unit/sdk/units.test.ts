import { expect } from "chai";
import fc from "fast-check";
import { formatUnits, parseUnits } from "ethers";

import { WBTC_USDC } from "../../../deploy/parameters/wbtcUsdc.ts";
import { WETH_USDC } from "../../../deploy/parameters/wethUsdc.ts";
import {
  DomainError,
  formatWad,
  fromTokenUnits,
  fromWad,
  parseSeriesId,
  toFixedPoint,
  toSeriesId,
  toWad,
  type Decimal,
  type SdkError,
} from "../../../sdk/src/index.ts";

const MARKETS = { "WETH/USDC": WETH_USDC, "WBTC/USDC": WBTC_USDC };
/** A book's entry keeps a tick in 24 bits and lots in 39 and a sign. */
const MAX_TICK = 2 ** 24 - 1;
const MAX_LOTS = 2n ** 39n - 1n;
/** As far as every double shows the decimal that it was made from. */
const SAFE_DIGITS = 15;
const WORD = 2n ** 255n - 1n;
const FEW = 20_000;

function refusal(value: Decimal): SdkError {
  try {
    toWad(value, "quantity");
  } catch (error) {
    expect(error).to.be.instanceOf(DomainError);
    return error as SdkError;
  }
  return expect.fail(`expected a refusal of ${value}`);
}

describe("sdk: quantities and strikes", () => {
  for (const [name, { series }] of Object.entries(MARKETS)) {
    const { tickSize, lotSize, minOrder } = series;

    it(`test_${name}_EveryStrikeComesBackFromItsNumber`, () => {
      const comesBack = (tick: number): void => {
        const strike = BigInt(tick) * tickSize;
        expect(toWad(fromWad(strike)), formatWad(strike)).to.equal(strike);
        expect(toSeriesId(1, fromWad(strike))).to.equal(toSeriesId(1n, strike));
      };
      for (let tick = 1; tick <= FEW; tick++) comesBack(tick);
      fc.assert(fc.property(fc.integer({ min: 1, max: MAX_TICK }), comesBack), { numRuns: FEW });
      comesBack(MAX_TICK);
    });

    it(`test_${name}_EverySizeIsWholeLots`, () => {
      const step = formatUnits(lotSize, 18);
      const decimals = step.split(".")[1]?.length ?? 0;
      for (let lots = minOrder / lotSize; lots <= 2_000n + minOrder / lotSize; lots++) {
        const written = formatUnits(lots, decimals);
        for (const size of [written, Number(written), lots * lotSize, fromWad(lots * lotSize)]) {
          expect(toWad(size), `${typeof size} ${written}`).to.equal(lots * lotSize);
        }
      }
      fc.assert(
        fc.property(fc.bigInt({ min: -MAX_LOTS, max: MAX_LOTS }), (lots) => {
          expect(toWad(fromWad(lots * lotSize))).to.equal(lots * lotSize);
        }),
        { numRuns: FEW },
      );
    });
  }

  it("test_EveryTickAndLotOfUpToFifteenDigitsComesBackFromItsNumber", () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** BigInt(SAFE_DIGITS) - 1n });
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 30 }), fc.boolean(), (whole, zeros, negative) => {
        const value = (negative ? -whole : whole) * 10n ** BigInt(zeros);
        expect(toWad(fromWad(value))).to.equal(value);
      }),
      { numRuns: FEW },
    );
  });

  it("test_EveryWadComesBackFromItsString", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -WORD, max: WORD }), (value) => {
        expect(toWad(formatWad(value))).to.equal(value);
        expect(toWad(value)).to.equal(value);
        expect(toWad(formatUnits(value, 18))).to.equal(value);
      }),
      { numRuns: FEW },
    );
    expect([0n, 1n, -1n, 10n ** 18n, -(10n ** 17n)].map(formatWad)).to.deep.equal([
      "0",
      "0.000000000000000001",
      "-0.000000000000000001",
      "1",
      "-0.1",
    ]);
  });

  it("test_ANumberIsTheDecimalThatItPrintsAs", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e40, max: 1e40 }), (value) => {
        const [mantissa = "", power = "0"] = String(value).split("e");
        const decimals = (mantissa.split(".")[1]?.length ?? 0) - Number(power);
        if (decimals > 18 && value !== 0) refusal(value);
        else expect(toWad(value)).to.equal(toWad(String(value)));
        if (decimals <= 18) expect(fromWad(toWad(value))).to.equal(value === 0 ? 0 : value);
      }),
      { numRuns: FEW },
    );
    expect(toWad(1.1)).to.equal(1_100_000_000_000_000_000n);
    expect(toWad(1e-7)).to.equal(10n ** 11n);
    expect(toWad(1e21)).to.equal(10n ** 39n);
    expect(toWad(1e-18)).to.equal(1n);
    expect(toWad(-0)).to.equal(0n);
    expect(fromWad(101_500n * 10n ** 18n)).to.equal(101_500);
  });

  it("test_StringsAreDecimalsWithOrWithoutExponent", () => {
    const read = { "2": 2n, "+2": 2n, "-2.50": -25n, ".5": 5n, "5.": 5n, "1E2": 1n, "12e-1": 12n, "000.1": 1n };
    const scale = { "-2.50": 17n, ".5": 17n, "1E2": 20n, "12e-1": 17n, "000.1": 17n };
    for (const [text, digits] of Object.entries(read)) {
      const power = text in scale ? scale[text as keyof typeof scale] : 18n;
      expect(toWad(text), text).to.equal(digits * 10n ** power);
    }
    expect(toWad(`0.1${"0".repeat(40)}`)).to.equal(10n ** 17n);
    expect(toWad("0e999999999999")).to.equal(0n);
  });

  it("test_RevertWhen_ItIsNoNumber", () => {
    for (const junk of ["", " ", "1,5", "1 000", "0x10", "1_000", "one", "1.2.3", "--1", "1e", "e5", ".", "-", "NaN"]) {
      expect(refusal(junk).message).to.equal(
        `expected quantity as a decimal number, got ${JSON.stringify(junk)}: ` +
          `give quantity like "1.25", 1.25 or 1e-7, or as a bigint of 18 decimals`,
      );
    }
    for (const none of [NaN, Infinity, -Infinity]) {
      expect(refusal(none)).to.include({ expected: "quantity as a decimal number", got: String(none) });
    }
    expect(refusal("x".repeat(100_000)).message.length).to.be.below(300);
  });

  it("test_RevertWhen_ItHasMoreThanEighteenDecimals", () => {
    for (const fine of ["0.0000000000000000001", "1e-19", 1e-19, 0.01 / 3, "1.0000000000000000001"]) {
      expect(refusal(fine)).to.include({ expected: "quantity of at most 18 decimals", action: "round quantity" });
    }
  });

  it("test_RevertWhen_ItIsTooLargeForTheChain", () => {
    for (const large of ["1e60", "1e999999999", 1e300, WORD + 1n, -WORD - 1n, "1".repeat(900)]) {
      expect(refusal(large).expected).to.equal("quantity below 2^255 in 18-decimal fixed point");
    }
    expect(toWad(WORD)).to.equal(WORD);
  });

  it("test_MeasuredFiguresAreRoundedToTheNearest", () => {
    expect(toFixedPoint(0.01 / 3, 18)).to.equal(3_333_333_333_333_334n); // prints as 0.0033333333333333335
    expect(toFixedPoint(-0.01 / 3, 18)).to.equal(-3_333_333_333_333_334n);
    expect(toFixedPoint(1.1, 18)).to.equal(1_100_000_000_000_000_000n);
    expect(toFixedPoint(2.5, 0)).to.equal(3n);
    expect(toFixedPoint(2.4999, 0)).to.equal(2n);
    expect(toFixedPoint(1e-30, 18)).to.equal(0n);
    expect(toFixedPoint(1e300, 2)).to.equal(10n ** 302n);
    for (const none of [NaN, Infinity]) expect(() => toFixedPoint(none, 8)).to.throw(DomainError, /finite/);
    for (const decimals of [-1, 1.5, 37]) expect(() => toFixedPoint(1, decimals)).to.throw(DomainError, /decimals/);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 18 }), (units, decimals) => {
        expect(toFixedPoint(fromTokenUnits(BigInt(units), decimals), decimals)).to.equal(BigInt(units));
      }),
    );
  });

  it("test_TokenUnitsAreRoundedOnce", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n }), fc.constantFrom(6, 8, 18), (amount, decimals) => {
        expect(fromTokenUnits(amount, decimals)).to.equal(Number(formatUnits(amount, decimals)));
      }),
      { numRuns: FEW },
    );
  });

  it("test_SeriesTakeTheSameStrikeHoweverItIsGiven", () => {
    const id = toSeriesId(1_768_032_000n, parseUnits("101500", 18));
    for (const strike of [101_500, "101500", "101500.0", "1.015e5"]) {
      expect(toSeriesId(1_768_032_000, strike)).to.equal(id);
    }
    expect(parseSeriesId(id)).to.deep.equal({ expiry: 1_768_032_000n, strike: parseUnits("101500", 18) });
    for (const expiry of [0, -1, 1.5, NaN, Date.UTC(2027, 0, 8, 8)]) {
      expect(() => toSeriesId(expiry, 1)).to.throw(DomainError, /expected expiry unix seconds/);
    }
    for (const strike of [0, -1, "-0.5", 1e30]) {
      expect(() => toSeriesId(1, strike)).to.throw(DomainError, /expected strike a WAD price/);
    }
  });
});
