import { OptionKind } from "@bulkhead/sdk";
import { expect } from "chai";

import {
  exactAmount,
  formatAmount,
  formatDuration,
  formatNumber,
  formatPercent,
  formatPrice,
  formatSeries,
  formatTime,
} from "../../../cli/src/format.ts";
import { jsonOf } from "../../../cli/src/Output.ts";
import { parseExpiry } from "../../../cli/src/parse.ts";

const USDC = { symbol: "USDC", decimals: 6 };

describe("bulkhead: what it shows", () => {
  it("numbers with as many digits as tell something", () => {
    const shown = [0, 1, 1_234_567.891, 12.3456789, 0.000_012_345, -0.5, -1e-9].map((value) => formatNumber(value));
    expect(shown).to.deep.equal(["0", "1", "1,234,567.89", "12.3457", "0.000012", "-0.5", "0"]);
    expect(formatNumber(Infinity)).to.equal("∞");
    expect([2_000, 58.185, 0.05].map(formatPrice)).to.deep.equal(["2,000.00", "58.19", "0.0500"]);
    expect(formatPercent(0.634)).to.equal("63.4 %");
  });

  it("amounts rounded for a person, whole for a program", () => {
    expect(formatAmount(1_234_567_891n, USDC)).to.equal("1,234.57 USDC");
    expect(exactAmount(1_234_567_891n, USDC)).to.equal("1234.567891");
    expect(exactAmount(5_000_000n, USDC)).to.equal("5");
    expect(exactAmount(-1n, { decimals: 18 })).to.equal("-0.000000000000000001");
  });

  it("expiries as they are taken", () => {
    const expiry = BigInt(Date.UTC(2027, 0, 8, 8) / 1_000);
    expect(formatTime(expiry)).to.equal("2027-01-08");
    expect(parseExpiry(formatTime(expiry))).to.equal(expiry);
    expect(formatTime(expiry + 60n)).to.equal("2027-01-08 08:01");
    expect(formatTime(2n ** 200n)).to.equal(String(2n ** 200n));
    const strike = 1_900n * 10n ** 18n;
    expect(formatSeries({ kind: OptionKind.Put, expiry, strike })).to.equal("put 1900 of 2027-01-08");
  });

  it("spans of time in their two largest units", () => {
    const spans = [0, 59, 60, 3_599, 3_600, 90_061, -120, 172_800];
    expect(spans.map(formatDuration)).to.deep.equal([
      "0 s",
      "59 s",
      "1 min",
      "59 min",
      "1 h",
      "1 d 1 h",
      "-2 min",
      "2 d",
    ]);
  });

  it("JSON with every digit of what doubles cannot hold", () => {
    expect(jsonOf({ id: 2n ** 70n, nothing: null })).to.equal('{"id":"1180591620717411303424","nothing":null}');
  });
});
