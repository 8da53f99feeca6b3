import { existsSync, readFileSync } from "node:fs";

import { expect } from "chai";

import {
  calibrateSurface,
  CHAIN_ALIASES,
  ChainFileError,
  checkSlice,
  curveFor,
  curveVariance,
  insideBidAsk,
  OptionKind,
  readOptionChain,
  SURFACE_RULES,
  type ChainFile,
} from "../../../sdk/src/index.ts";
import { SEEN_AT, syntheticChain, toCsv } from "../../helpers/chainCsv.ts";
import { expectClose } from "../../helpers/expectClose.ts";

const YEAR = 365 * 86_400;
const FRIDAY = Date.UTC(2025, 5, 20, 8) / 1_000;

const read = (...lines: readonly string[]): ChainFile => readOptionChain(lines.join("\n"), { observedAt: SEEN_AT });

/** The error that a file is answered with. */
function complaintOf(...lines: readonly string[]): ChainFileError {
  try {
    read(...lines);
  } catch (error) {
    if (error instanceof ChainFileError) return error;
    throw error;
  }
  throw new Error("expected a complaint, got none");
}

const HEADER = "type,strike,expiry,forward,bid,ask";
const LINE = "call,2600,2025-06-20,2610,0.03,0.032";

describe("sdk: a chain from a file", () => {
  it("gives back what was written, in dollars", () => {
    const written = syntheticChain();
    const chain = readOptionChain(toCsv(written), { observedAt: 0 });
    expect(chain.underlying).to.equal("ETH");
    expect([chain.observedAt, chain.spot]).to.deep.equal([SEEN_AT, 2_600]);
    expect(chain.expiries.map(({ expiry }) => expiry)).to.deep.equal(written.expiries.map(({ expiry }) => expiry));
    written.expiries.forEach(({ quotes, forward }, index) => {
      const found = chain.expiries[index];
      expect(found?.forward).to.equal(forward);
      quotes.forEach((quote, place) => {
        const back = found?.quotes[place];
        expect([back?.kind, back?.strike]).to.deep.equal([quote.kind, quote.strike]);
        expectClose(back?.bid ?? NaN, quote.bid ?? NaN, 1e-9);
        expectClose(back?.ask ?? NaN, quote.ask ?? NaN, 1e-9);
      });
    });
  });

  it("calibrates to the surface that the quotes came from", () => {
    const written = syntheticChain();
    const {
      slices,
      observedAt,
      insideBidAsk: inside,
    } = calibrateSurface(readOptionChain(toCsv(written), { observedAt: 0 }));
    expect(inside).to.be.greaterThan(0.98);
    const [, second] = slices;
    const w = curveVariance(curveFor({ observedAt, slices }, { expiry: second?.expiry ?? 0, now: observedAt }), 0).w;
    expectClose(Math.sqrt((w * YEAR) / ((second?.expiry ?? 0) - observedAt)), 0.69, 0.04);
  });

  describe("takes", () => {
    const call = { kind: OptionKind.Call, strike: 2_600, bid: 78.3, ask: 83.52 };

    const files: Readonly<Record<string, readonly string[]>> = {
      "prices in units of the underlying": [HEADER, LINE],
      "prices in dollars": ["type,strike,expiry,forward,bid_usd,ask_usd", "call,2600,2025-06-20,2610,78.3,83.52"],
      "each side in its own unit": [
        "type,strike,expiry,forward,bid_eth,ask_usd",
        "call,2600,2025-06-20,2610,0.03,83.52",
      ],
      semicolons: [HEADER.replaceAll(",", ";"), LINE.replaceAll(",", ";")],
      tabs: [HEADER.replaceAll(",", "\t"), LINE.replaceAll(",", "\t")],
      "a byte order mark, CRLF and blank lines": [`\uFEFF${HEADER}\r`, `${LINE}\r`, "\r", ""],
      "quoted cells and blanks": [HEADER.replaceAll(",", " , "), '"call", "2600","2025-06-20" ,"2610",0.03,0.032'],
      "other names and cases": ["Option Type,K,Maturity,Underlying-Price,Best.Bid.Price,BEST_ASK_PRICE", LINE],
      "a kind by its letter": [HEADER, LINE.replace("call", "C")],
      "terms in the instrument's name": ["instrument_name,forward,bid,ask", "ETH-20JUN25-2600-C,2610,0.03,0.032"],
      "names with the quote currency and a fraction": [
        "symbol,forward,bid,ask",
        "ETH_USDC-20JUN25-2600d0-C,2610,0.03,0.032",
      ],
      "a date as exchanges write it": [HEADER, LINE.replace("2025-06-20", "20JUN25")],
      "a time with its zone": [HEADER, LINE.replace("2025-06-20", "2025-06-20T10:00:00+02:00")],
      "a time without zone, as UTC": [HEADER, LINE.replace("2025-06-20", "2025-06-20 08:00")],
      "unix seconds": [HEADER, LINE.replace("2025-06-20", String(FRIDAY))],
      "unix milliseconds": [HEADER, LINE.replace("2025-06-20", String(FRIDAY * 1_000))],
      years: [
        HEADER.replace("expiry", "T_years_act365"),
        LINE.replace("2025-06-20", String((FRIDAY - SEEN_AT) / YEAR)),
      ],
    };
    for (const [what, lines] of Object.entries(files)) {
      it(what, () => {
        const { expiries, observedAt } = read(...lines);
        expect(observedAt).to.equal(SEEN_AT);
        expect(expiries.map(({ expiry, forward }) => [expiry, forward])).to.deep.equal([[FRIDAY, 2_610]]);
        const [quote] = expiries[0]?.quotes ?? [];
        expect([quote?.kind, quote?.strike]).to.deep.equal([call.kind, call.strike]);
        expectClose(quote?.bid ?? NaN, call.bid, 1e-9);
        expectClose(quote?.ask ?? NaN, call.ask, 1e-9);
      });
    }

    it("a side that nobody quotes", () => {
      const { expiries } = read(HEADER, "call,2600,2025-06-20,2610,,0.03", "put,2600,2025-06-20,2610,0.02,0");
      const [first, second] = expiries[0]?.quotes ?? [];
      expect([first?.bid, second?.ask]).to.deep.equal([undefined, undefined]);
      expectClose(second?.bid ?? NaN, 52.2, 1e-9);
    });

    it("mark volatilities in per cent where nobody's quotes are given", () => {
      const { expiries } = read("type,strike,years,forward,mark_iv_pct", "call,100,1,100,20", "put,100,1,100,20");
      // Black's formula at the money: F·(2Φ(σ/2) - 1).
      for (const { bid = NaN, ask = NaN } of expiries[0]?.quotes ?? []) {
        expectClose(bid, 7.965567, 1e-5);
        expect(ask).to.equal(bid);
      }
    });

    it("mark volatilities in the unit that their column names", () => {
      const marks: Readonly<Record<string, string>> = { mark_iv: "20", iv_percent: "20", mark_iv_fraction: "0.2" };
      for (const [header, mark] of Object.entries(marks)) {
        const { expiries } = read(`type,strike,years,forward,${header}`, `call,100,1,100,${mark}`);
        expectClose(expiries[0]?.quotes[0]?.bid ?? NaN, 7.965567, 1e-5);
      }
      // Small ones, where it is said what they are; none where there is none.
      const { expiries } = read("type,strike,years,forward,mark_iv_pct", "call,100,1,100,0.65", "put,100,1,100,0");
      expectClose(expiries[0]?.quotes[0]?.bid ?? NaN, 0.259312, 1e-5);
      expect(expiries[0]?.quotes[1]?.bid).to.equal(undefined);
      // Where quotes say more, marks are not looked at.
      expect(read(`${HEADER},mark_iv`, `${LINE},0.65`).expiries).to.deep.equal(read(HEADER, LINE).expiries);
    });

    it("years that are counted anew on every line, as one expiry", () => {
      const lines = [0, 1, 2].map(
        (second) => `call,${2_600 + second},${(FRIDAY - SEEN_AT - second) / YEAR},2610,0.03,0.032`,
      );
      const { expiries } = read(HEADER.replace("expiry", "years"), ...lines);
      expect(expiries.map(({ expiry, quotes }) => [expiry, quotes.length])).to.deep.equal([[FRIDAY, 3]]);
    });

    it("the time of observation from the years beside a date, or from its own column", () => {
      const withYears = ["type,strike,expiry,years,forward,bid,ask", "call,2600,2025-06-20,0.01,2610,0.03,0.032"];
      expect(read(...withYears).observedAt).to.equal(FRIDAY - Math.round(0.01 * YEAR));
      const withTime = [`${HEADER},timestamp_ms`, `${LINE},${(SEEN_AT - 60) * 1_000}`];
      expect(read(...withTime).observedAt).to.equal(SEEN_AT - 60);
    });

    it("open interest and volume: who trades", () => {
      const { expiries, isTraded } = read(
        `${HEADER},open_interest,volume`,
        `${LINE},0,2`,
        `${LINE.replace("2600", "2700")},,`,
        `${LINE.replace("2600", "2800")},5,0`,
      );
      expect(expiries[0]?.quotes.map((quote) => isTraded(FRIDAY, quote))).to.deep.equal([true, false, true]);
      expect(read(HEADER, LINE).isTraded(FRIDAY, call)).to.equal(true);
    });
  });

  describe("answers with line and column", () => {
    const cases: Readonly<Record<string, { lines: readonly string[]; line: number; column?: string; says: RegExp }>> = {
      "a missing column": {
        lines: ["type,strike,expiry,bid,ask"],
        line: 1,
        says: /expected a column "forward", got type, strike/,
      },
      "no expiry in any form": {
        lines: ["type,strike,forward,bid,ask"],
        line: 1,
        says: /"expiry" or "years" or "instrument"/,
      },
      "one side of the market alone": {
        lines: ["type,strike,expiry,forward,bid"],
        line: 1,
        says: /expected a column "ask"/,
      },
      "an unknown header": {
        lines: [`${HEADER},vega`, `${LINE},1`],
        line: 1,
        column: "vega",
        says: /expected one of instrument, .*got "vega".*leave it out/,
      },
      "two headers of one meaning": {
        lines: [`${HEADER},K`, `${LINE},1`],
        line: 1,
        column: "K",
        says: /one column for strike, got "strike" and "K"/,
      },
      "what is no number": {
        lines: [HEADER, LINE.replace("call", "put"), LINE.replace("0.03,", "O.03,")],
        line: 3,
        column: "bid",
        says: /a number with a decimal point, got "O.03"/,
      },
      "a decimal comma": {
        lines: ["type;strike;expiry;forward;bid;ask", "call;2600;2025-06-20;2610;0,03;0,032"],
        line: 2,
        column: "bid",
        says: /decimal point, got "0,03"/,
      },
      "numbers that are none": {
        lines: [HEADER, LINE.replace("2610", "Infinity")],
        line: 2,
        column: "forward",
        says: /a number/,
      },
      "numbers beyond the largest": {
        lines: [HEADER, LINE.replace("2610", "1e999")],
        line: 2,
        column: "forward",
        says: /a finite number/,
      },
      "a hexadecimal number": {
        lines: [HEADER, LINE.replace("2600", "0xa28")],
        line: 2,
        column: "strike",
        says: /a number/,
      },
      "a negative price": {
        lines: [HEADER, LINE.replace("0.03,", "-0.03,")],
        line: 2,
        column: "bid",
        says: /at least 0, got "-0.03"/,
      },
      "a bid above the ask": {
        lines: [HEADER, LINE.replace("0.032", "0.02")],
        line: 2,
        column: "bid",
        says: /at most the ask/,
      },
      "a strike of zero": {
        lines: [HEADER, LINE.replace("2600", "0")],
        line: 2,
        column: "strike",
        says: /above 0, got "0"/,
      },
      "an empty strike": {
        lines: [HEADER, LINE.replace("2600", "")],
        line: 2,
        column: "strike",
        says: /a value for strike, got an empty cell/,
      },
      "an unknown kind": {
        lines: [HEADER, LINE.replace("call", "future")],
        line: 2,
        column: "type",
        says: /call, put, C or P, got "future"/,
      },
      "an expiry in the past": {
        lines: [HEADER, LINE.replace("2025-06-20", "2025-06-13")],
        line: 2,
        column: "expiry",
        says: /after 2025-06-14T22:00:00/,
      },
      "an expiry that is no date": {
        lines: [HEADER, LINE.replace("2025-06-20", "next Friday")],
        line: 2,
        column: "expiry",
        says: /a date such as 27JUN25/,
      },
      "a day that no calendar has": {
        lines: [HEADER, LINE.replace("2025-06-20", "2025-02-30")],
        line: 2,
        column: "expiry",
        says: /a date such as/,
      },
      "such a day with a time": {
        lines: [HEADER, LINE.replace("2025-06-20", "2026-02-30T08:00Z")],
        line: 2,
        column: "expiry",
        says: /a date such as/,
      },
      "such a day in an instrument": {
        lines: ["instrument,forward,bid,ask", "ETH-30FEB26-2600-C,2610,0.03,0.032"],
        line: 2,
        column: "instrument",
        says: /a name such as/,
      },
      "an expiry in eight thousand years": {
        lines: [HEADER, LINE.replace("2025-06-20", "9999-12-31")],
        line: 2,
        column: "expiry",
        says: /within 100 years, got 9999-12-31/,
      },
      "a strike of zero in an instrument": {
        lines: ["instrument,forward,mark_iv", "ETH-20JUN25-0-C,2610,65"],
        line: 2,
        column: "instrument",
        says: /a strike above 0 .*got "ETH-20JUN25-0-C"/,
      },
      "a strike of 320 digits in an instrument": {
        lines: ["instrument,forward,mark_iv", `ETH-20JUN25-${"9".repeat(320)}-C,2610,65`],
        line: 2,
        column: "instrument",
        says: /a strike above 0 and of at most 1e\+30 .{1,120}…": correct/,
      },
      "a strike of 320 digits": {
        lines: [HEADER, LINE.replace("2600", "9".repeat(320))],
        line: 2,
        column: "strike",
        says: /a finite number, got "9{80}…"/,
      },
      "a strike beyond what can be priced": {
        lines: [HEADER, LINE.replace("2600", "1e31")],
        line: 2,
        column: "strike",
        says: /a price of at most 1e\+30, got "1e31"/,
      },
      "a volatility that may be per cent or not": {
        lines: ["type,strike,years,forward,mark_iv", "call,100,1,100,65", "put,100,1,100,0.65"],
        line: 3,
        column: "mark_iv",
        says: /in per cent, or its unit .*_pct for 65, _fraction for 0\.65\), got "0.65"/,
      },
      "a volatility beyond all": {
        lines: ["type,strike,years,forward,mark_iv", "call,100,1,100,65000"],
        line: 2,
        column: "mark_iv",
        says: /at most 10000 %, got "65000"/,
      },
      "a time of observation that is none": {
        lines: [`${HEADER},timestamp`, `${LINE},1e300`],
        line: 2,
        column: "timestamp",
        says: /unix seconds or milliseconds, got "1e300"/,
      },
      "a thousand years": {
        lines: [HEADER.replace("expiry", "years"), LINE.replace("2025-06-20", "1000")],
        line: 2,
        column: "years",
        says: /at most 100 years/,
      },
      "a month that no calendar has": {
        lines: [HEADER, LINE.replace("2025-06-20", "20JUX25")],
        line: 2,
        column: "expiry",
        says: /a date such as/,
      },
      "years of zero": {
        lines: [HEADER.replace("expiry", "years"), LINE.replace("2025-06-20", "0")],
        line: 2,
        column: "years",
        says: /above 0/,
      },
      "years with no forward": {
        lines: [HEADER.replace("expiry", "years"), "call,2600,0.1,,0.03,0.032"],
        line: 2,
        column: "forward",
        says: /a value for forward, got an empty cell/,
      },
      "forwards that disagree": {
        lines: [HEADER, LINE, "put,2600,2025-06-20,2710,0.03,0.032"],
        line: 3,
        column: "forward",
        says: /about 2610/,
      },
      "an instrument that is none": {
        lines: ["instrument,forward,bid,ask", "ETH-PERPETUAL,2610,0.03,0.032"],
        line: 2,
        column: "instrument",
        says: /a name such as BTC-27JUN25-100000-C/,
      },
      "two underlyings": {
        lines: [
          "instrument,forward,bid,ask",
          "ETH-20JUN25-2600-C,2610,0.03,0.032",
          "BTC-20JUN25-2600-P,2610,0.03,0.032",
        ],
        line: 3,
        column: "instrument",
        says: /one underlying, ETH, got BTC/,
      },
      "an option given twice": {
        lines: [HEADER, LINE, LINE],
        line: 3,
        column: "strike",
        says: /each option once, got the option of line 2/,
      },
      "a line that is too long": { lines: [HEADER, LINE, `${LINE},7`], line: 3, says: /well-formed/ },
      "a quote that is not closed": { lines: [HEADER, `"${LINE}`], line: 2, says: /well-formed/ },
    };
    for (const [what, { lines, line, column, says }] of Object.entries(cases)) {
      it(what, () => {
        const error = complaintOf(...lines);
        expect({ line: error.line, column: error.column }).to.deep.equal({ line, column });
        expect(error.message).to.match(says);
        expect(error.message).not.to.contain("\n");
        expect(
          error.message.startsWith(`line ${line}${column === undefined ? "" : `, column "${column}"`}: expected `),
        ).to.equal(true);
      });
    }

    it("the line itself, where blank ones and quoted line breaks lie before it", () => {
      expect(complaintOf(HEADER, "", LINE, "", LINE.replace("2600", "none")).line).to.equal(5);
    });
  });

  it("answers a file that is none as a whole", () => {
    expect(complaintOf("").message).to.match(/^expected a header line and option quotes, got an empty file/);
    expect(complaintOf("\n \n").message).to.match(/an empty file/);
    expect(complaintOf(HEADER).message).to.match(/^expected 1 to 20000 option quotes, got 0/);
    expect(complaintOf("PK\u0003\u0004\0\0").message).to.match(/^expected a text file, got binary data/);
    const lines = Array.from({ length: 20_001 }, (_, index) => LINE.replace("2600", String(index + 1)));
    expect(complaintOf(HEADER, ...lines).message).to.match(/got 20001/);
  });

  it("knows every alias by one field only", () => {
    const all = Object.values(CHAIN_ALIASES).flat();
    expect(new Set(all).size).to.equal(all.length);
  });

  it("reads the real chain beside the repository as it is, and fits it", function () {
    const file = new URL("../../../../shared/data/deribit_btc_2025-06-14.csv", import.meta.url);
    if (!existsSync(file)) {
      console.log("      skipped: no real option chain beside the repository");
      this.skip();
    }
    const chain = readOptionChain(readFileSync(file, "utf8"), { observedAt: 0 });
    expect(chain.underlying).to.equal("BTC");
    expectClose(chain.spot, 105_383.56, 1e-9);
    const calibration = calibrateSurface(chain);
    const traded = insideBidAsk(calibration, { chain, isCounted: chain.isTraded });
    console.log(
      `      ${calibration.slices.length} expiries, ${(100 * calibration.insideBidAsk).toFixed(1)} % of all quotes inside bid-ask, ` +
        `${(100 * traded.share).toFixed(1)} % of the ${traded.quotes} in which there is interest`,
    );
    calibration.slices.forEach(({ svi }, index) => {
      expect(checkSlice(svi, { rules: SURFACE_RULES, earlier: calibration.slices[index - 1]?.svi })).to.deep.equal([]);
    });
    expect(calibration.insideBidAsk).to.be.at.least(0.95);
    expect(calibration.rmse).to.be.lessThan(0.02);
    expect(traded.share).to.be.at.least(0.95);
  });
});
