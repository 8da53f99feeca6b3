import { expect } from "chai";

import { calendarOf } from "../../../scripts/demo/calendar.ts";
import { scriptedEvents } from "../../../scripts/demo/market.ts";

const LONGEST = 8;

describe("demo: the scripted crash", () => {
  it("is left out of a week", () => {
    expect(scriptedEvents(calendarOf(1))).to.deep.equal([]);
  });

  for (let weeks = 2; weeks <= LONGEST; weeks++) {
    it(`and the recovery after it fit into ${weeks} weeks, one after the other`, () => {
      const calendar = calendarOf(weeks);
      const [crash, recovery] = scriptedEvents(calendar);
      expect(crash!.start).to.be.at.least(calendar.startsAt);
      expect(recovery!.start).to.be.at.least(crash!.start + crash!.duration);
      expect(recovery!.duration).to.be.greaterThan(0);
      expect(recovery!.start + recovery!.duration).to.be.at.most(calendar.endsAt);
    });
  }
});
