import { expect } from "chai";

import { ALLOWED } from "../../../scripts/fairness/bounds.ts";
import { refine } from "../../../scripts/fairness/cycles/refine.ts";
import { searchCycles, storyOf, type SearchTerms } from "../../../scripts/fairness/cycles/searchCycles.ts";
import { SINGLE_E, slowRule } from "../../../scripts/fairness/model/capitalRules.ts";
import { setupFor } from "../../../scripts/fairness/setups.ts";
import { largest } from "../../../scripts/fairness/tables.ts";

const SHIPPED = setupFor({ tiers: "shipped", feed: "push", rule: "slow" });
const TERMS: SearchTerms = {
  setup: SHIPPED,
  parties: "strangers",
  horizon: "minutes",
  limits: "all",
  moves: "deep",
  trials: 10_000,
  seed: 1,
};

describe("fairness: random cycles", function () {
  this.timeout(120_000);

  it("strangers gain no more than 0.05 % of the vault in twenty minutes, and nothing beyond others' limits", () => {
    const found = largest(searchCycles(TERMS));
    expect(found.net).to.be.at.most(0.0005);
    expect(found.beyondLimits).to.be.at.most(0.0001);
  });

  it("a party with shares gains no more than 0.5 %", () => {
    const found = largest(searchCycles({ ...TERMS, parties: "holders" }));
    expect(found.net).to.be.at.most(0.005);
    expect(found.beyondLimits).to.be.at.most(0.001);
  });

  it("over ten days no more than the table of attacks shows", () => {
    for (const parties of ["strangers", "holders"] as const) {
      expect(largest(searchCycles({ ...TERMS, parties, horizon: "days" })).net).to.be.at.most(0.023);
    }
  });

  it("at three times λ and β, with moves of 5 % at most, 0.1 and 1 %", () => {
    const setup = setupFor({ tiers: "triple", feed: "push", rule: "slow" });
    for (const parties of ["strangers", "holders"] as const) {
      const found = largest(searchCycles({ ...TERMS, setup, parties, moves: "shallow" }));
      expect(found.net).to.be.at.most(ALLOWED[parties]);
    }
  });

  it("finds what the rule of a single E gives away", () => {
    const found = searchCycles({ ...TERMS, setup: { ...SHIPPED, rule: SINGLE_E } });
    expect(largest(found).net).to.be.above(0.02);
    expect(found.gaining).to.be.above(50);
  });

  it("finds the gain where sellers are rebated at E_low", () => {
    const setup = { ...SHIPPED, rule: slowRule({ rebate: "low" }) };
    expect(largest(searchCycles({ ...TERMS, setup })).beyondLimits).to.be.above(0.01);
  });

  it("finds who buys inside a fall where rent is for the lock less the options' own value", () => {
    const setup = { ...SHIPPED, rule: slowRule({ rentNetOfValue: true }) };
    expect(largest(searchCycles({ ...TERMS, seed: 2, setup })).beyondLimits).to.be.above(0.003);
    expect(largest(searchCycles({ ...TERMS, seed: 2 })).beyondLimits).to.be.at.most(0.0001);
  });

  it("plays the same cycles with the same seed, others with another", () => {
    const terms = { ...TERMS, trials: 500 };
    const [once, again, other] = [searchCycles(terms), searchCycles(terms), searchCycles({ ...terms, seed: 2 })];
    expect(again).to.deep.equal(once);
    expect(other.byNet).not.to.deep.equal(once.byNet);
  });

  it("plays as many closed cycles as asked for, tells them, and keeps those that gained most in order", () => {
    let ticks = 0;
    const terms = { ...TERMS, trials: 2_000, tick: () => ticks++ };
    const result = searchCycles(terms);
    expect([result.closed, ticks]).to.deep.equal([2_000, 2]);
    const gains = result.byNet.map(({ outcome }) => outcome.net);
    expect(gains).to.deep.equal([...gains].sort((a, b) => b - a));
    const story = storyOf(terms, result.byNet[0]!);
    expect(story.length).to.be.within(1, result.byNet[0]!.plan.steps.length);
  });

  it("never lets a party gain by doing nothing", () => {
    const { byNet } = searchCycles({ ...TERMS, trials: 2_000 });
    for (const { plan, outcome } of byNet) {
      const acts = plan.steps.some(({ action }) => ["buy", "sell"].includes(action));
      if (!acts) expect(Math.abs(outcome.gain)).to.be.below(1e-9);
    }
  });

  it("climbs from what it found, and never down", () => {
    const found = searchCycles({ ...TERMS, trials: 2_000 }).byNet[0]!;
    const higher = refine(TERMS, found, { by: "net", tries: 200 });
    expect(higher.outcome.net).to.be.at.least(found.outcome.net);
    expect(higher.plan.ownShares).to.equal(0);
  });
});
