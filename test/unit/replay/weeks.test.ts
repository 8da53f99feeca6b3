import { expect } from "chai";

import { readHistory } from "../../../scripts/replay/history.ts";
import { weeksOf } from "../../../scripts/replay/weeks.ts";

const at = (date: string): number => Date.parse(`${date}T21:00:00Z`) / 1_000;

describe("replay: calendar", () => {
  const dates = (days: readonly string[], from = 0): string[][] =>
    weeksOf(days.map(at), from).map(({ opens, expires }) => [days[opens] ?? "", days[expires] ?? ""]);

  it("goes from Friday to Friday", () => {
    const days = ["2008-01-03", "2008-01-04", "2008-01-07", "2008-01-11", "2008-01-14", "2008-01-18", "2008-01-22"];
    expect(dates(days)).to.deep.equal([
      ["2008-01-04", "2008-01-11"],
      ["2008-01-11", "2008-01-18"],
    ]);
  });

  it("ends on Thursday before a Good Friday", () => {
    expect(dates(["2019-04-12", "2019-04-15", "2019-04-18", "2019-04-22", "2019-04-26", "2019-04-29"])).to.deep.equal([
      ["2019-04-12", "2019-04-18"],
      ["2019-04-18", "2019-04-26"],
    ]);
  });

  it("holds the one trading day of September 2001's broken week", () => {
    expect(dates(["2001-09-07", "2001-09-10", "2001-09-17", "2001-09-21", "2001-09-24"])).to.deep.equal([
      ["2001-09-07", "2001-09-10"],
      ["2001-09-10", "2001-09-21"],
    ]);
  });

  it("crosses New Year and opens nothing before its first index", () => {
    const days = ["2007-12-28", "2007-12-31", "2008-01-04", "2008-01-07", "2008-01-11", "2008-01-14"];
    expect(dates(days, 1)).to.deep.equal([["2008-01-04", "2008-01-11"]]);
  });

  it("joins every week of the history to the next, each of two days at least apart and a fortnight at most", async () => {
    const closes = await readHistory();
    const weeks = weeksOf(closes.map((close) => close.at));
    expect(weeks.length).to.equal(1_057);
    weeks.forEach(({ opens, expires }, i) => {
      expect(weeks[i + 1]?.opens ?? expires).to.equal(expires);
      const days = ((closes[expires]?.at ?? NaN) - (closes[opens]?.at ?? NaN)) / 86_400;
      expect(days).to.be.within(3, 11);
    });
  });
});
