import { expect } from "chai";

import { parseHistory, readHistory, rescaled, volatilityOf } from "../../../scripts/replay/history.ts";
import { UsageError } from "../../../scripts/node/UsageError.ts";
import { expectClose } from "../../helpers/expectClose.ts";

describe("replay: history", () => {
  it("carries the S&P 500 from 2000 to April 2020, 2008 and March 2020 included", async () => {
    const closes = await readHistory();
    const on = (date: string): number | undefined =>
      closes.find(({ at }) => new Date(at * 1_000).toISOString().startsWith(date))?.price;
    expect(closes.length).to.equal(5_105);
    expect([on("2000-01-03"), on("2008-10-13"), on("2020-03-16")]).to.deep.equal([
      1455.219971, 1003.349976, 2386.129883,
    ]);
  });

  it("scales every log return alike: same days, given volatility", async () => {
    const closes = (await readHistory()).slice(0, 300);
    const scaled = rescaled(closes, 0.65);
    expectClose(volatilityOf(scaled), 0.65, 1e-9);
    const move = (path: readonly { price: number }[], i: number): number =>
      Math.log((path[i + 1]?.price ?? NaN) / (path[i]?.price ?? NaN));
    const factor = move(scaled, 0) / move(closes, 0);
    for (const i of [1, 50, 298]) expectClose(move(scaled, i), factor * move(closes, i), 1e-12);
    expect(scaled.map(({ at }) => at)).to.deep.equal(closes.map(({ at }) => at));
  });

  it("measures the volatility of a path that alternates by one per cent a day", () => {
    const closes = Array.from({ length: 101 }, (_, i) => ({ at: i * 86_400, price: 100 * Math.exp(0.01 * (i % 2)) }));
    expectClose(volatilityOf(closes), 0.01 * Math.sqrt(365), 1e-12);
  });

  const files: readonly (readonly [string, string, RegExp])[] = [
    ["no header", "2000-01-03,1", /line 1/],
    ["a price of zero", "date,close\n2000-01-03,1\n2000-01-04,0", /closing price above zero in line 3/],
    ["a price that is missing", "date,close\n2000-01-03", /closing price above zero in line 2/],
    ["a day that goes back", "date,close\n2000-01-04,1\n2000-01-03,1", /a date after the line before in line 3/],
    ["a date that is none", "date,close\nyesterday,1", /line 2.*"yesterday,1"/],
  ];
  for (const [name, text, message] of files) {
    it(`names the line of ${name}`, () => {
      expect(() => parseHistory(text)).to.throw(UsageError, message);
    });
  }
});
