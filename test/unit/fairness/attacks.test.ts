import { expect } from "chai";

import { ATTACKS } from "../../../scripts/fairness/attacks/attacks.ts";
import type { Attack, Figure } from "../../../scripts/fairness/attacks/Attack.ts";
import { dipAndBack } from "../../../scripts/fairness/attacks/dips.ts";
import { borrowedStart, leastStart } from "../../../scripts/fairness/attacks/firstDeposit.ts";
import { beforeDeposit, beforeSale, emptiedReserve } from "../../../scripts/fairness/attacks/shareholders.ts";
import { aroundDeposit, aroundFill, aroundRedeem } from "../../../scripts/fairness/attacks/tradesAroundFlows.ts";
import { SINGLE_E, slowRule } from "../../../scripts/fairness/model/capitalRules.ts";
import { setupFor } from "../../../scripts/fairness/setups.ts";
import { attacksInMarkdown } from "../../../scripts/fairness/tables.ts";

const SHIPPED = setupFor({ tiers: "shipped", feed: "push", rule: "slow" });

/** Per cent: what each case may come to at most, in the order in which the attack reports it. */
const BOUNDS: Readonly<Record<string, readonly number[]>> = {
  "trades around a redeem": [0, 0, 0, 0, 0, 0.02, 0.25, 0.41],
  "trades around a redeem; the leaver loses": [4.2],
  "trades around a fill": [0, 0, 0, 0, 0, 0, 0, 0],
  "trades around a fill; the leaver loses": [0.03],
  "trades around a fill; NAV a share falls": [1.55, 0.45],
  "trades around a fill; in league with the leaver": [0, 0, 0, 0, 0, 0, 0, 0.017],
  "trades around a deposit": [0, 0, 0.17, 1.31, 1.75, 2.02, 2.25, 2.3],
  "sold after somebody's deposit, bought back; deposit of 0.5": [0, 0, 0.13, 0.78],
  "sold after somebody's deposit, bought back; deposit of 1": [0, 0, 0.51, 1.21],
  "sold after somebody's deposit, bought back; deposit of 3": [0, 0.17, 1.2, 1.95],
  "dip and back; sold inside a dip": [0.56, 0.74, 2.1, 5.3, 8.2],
  "dip and back; sold after a dip": [0.001, 0.001, 0.001, 0.001, 0.001],
  "E's lag farmed": [0.001, 0.001, 0.001, 0.001, 0.001, 0.001],
  "deposit after a dip": [0.001, 0.07, 0.04, 0.01, 0.01, 0.001],
  "deposit, small R noted, guaranteed exit": [0, 0],
  "deposit before somebody's deposit; to 3 vaults": [0, 0.1, 0.95, 1.07],
  "deposit before somebody's deposit; 30 vaults": [0, 0.22, 1.8, 2.2],
  "deposit after somebody's deposit": [0, 0.09, 0.95, 1.03],
  "a comer pays over NAV, of his deposit": [0.5, 1.7],
  "deposit before somebody's sale": [0.4, 0.41, 1.4],
  "deposit before somebody's sale; the seller loses": [0.001, 0.13, 22],
  "deposit before somebody's sale; within the seller's limit of 1 %": [0.4, 0.41, 0.16],
  "trades around somebody's trade": [1.9, 0.073],
  "around somebody's guaranteed exit with a minimum": [0, 10.8],
  "a buy-and-undo lowers everybody's exit; the exit falls by": [4.6],
  "a buy-and-undo lowers everybody's exit; the exit falls short of C − lock by": [16],
  "deposit and withdraw to move quotes": [0],
  "deposit and withdraw to move quotes; of fair value": [0.2, 0.1],
  "a vault emptied, somebody's deposit, bought back; deposit after": [0, 0, 0, 0],
  "a reserve vault emptied, somebody's deposit, bought back; deposit after": [0, 0, 2.25, 2.25],
  "a first deposit of 500 vaults more, taken back in the block; from a buyer who sells; in a vault": [
    0.001, 0.001, 0.001,
  ],
  "a first deposit of 500 vaults more, taken back in the block; from a newcomer; in a vault": [0.001, 0.001, 0.001],
  "a first deposit of 500 vaults more, taken back in the block; from a buyer who sells; in 0.3 vaults": [
    1.7, 0.19, 0.01,
  ],
  "a first deposit of 500 vaults more, taken back in the block; from a newcomer; in 0.3 vaults": [0.93, 0.11, 0.01],
  "a first deposit of 500 vaults more, taken back in the block; from a buyer who sells; in 0.1 vaults": [
    2.06, 0.57, 0.05,
  ],
  "a first deposit of 500 vaults more, taken back in the block; from a newcomer; in 0.1 vaults": [1.14, 0.32, 0.03],
  "a first deposit of 500 vaults more, taken back in the block; from a buyer who sells; in 0.01 vaults": [
    2.23, 1.62, 0.4,
  ],
  "a first deposit of 500 vaults more, taken back in the block; from a newcomer; in 0.01 vaults": [1.24, 0.9, 0.22],
  "a least first deposit before the provider's: asks a day later rise": [0.001, 11.6],
};

const value = (figures: readonly Figure[], group: string, name: string): number =>
  100 * figures.find((figure) => figure.group === group && figure.case === name)!.value;

describe("fairness: attacks at the shipped tiers", function () {
  this.timeout(60_000);

  const results = new Map<string, readonly Figure[]>();
  const resultOf = (attack: Attack): readonly Figure[] => {
    const known = results.get(attack.name) ?? attack.run(SHIPPED);
    results.set(attack.name, known);
    return known;
  };

  for (const attack of ATTACKS) {
    it(`${attack.name}: within its column`, () => {
      const seen = new Map<string, number[]>();
      for (const { group, value } of resultOf(attack)) {
        const key = group === "" ? attack.name : `${attack.name}; ${group}`;
        seen.set(key, [...(seen.get(key) ?? []), 100 * value]);
      }
      expect(seen.size).to.be.above(0);
      for (const [key, values] of seen) {
        const bounds = BOUNDS[key];
        expect(bounds?.length, key).to.equal(values.length);
        values.forEach((reached, i) => expect(reached, `${key}, case ${i}`).to.be.at.most(bounds![i]! + 1e-9));
      }
    });
  }

  it("are real: the rule of a single E loses by them what its cases show", () => {
    const first = { ...SHIPPED, rule: SINGLE_E };
    expect(value(aroundRedeem.run(first), "", "12 s")).to.be.above(0.5);
    expect(value(aroundDeposit.run(first), "", "10 min")).to.be.above(2);
    expect(value(dipAndBack.run(first), "sold after a dip", "10 min")).to.be.above(9);
    expect(value(beforeSale.run(first), "", "same block")).to.be.above(3);
    expect(value(beforeDeposit.run(first), "30 vaults", "same block")).to.be.above(2);
  });

  describe("see what a weaker rule gives away", () => {
    const weak = (weakness: Parameters<typeof slowRule>[0]) => ({ ...SHIPPED, rule: slowRule(weakness) });

    it("rebates at E_low: trades around a redeem", () => {
      expect(value(aroundRedeem.run(weak({ rebate: "low" })), "", "12 s")).to.be.above(0.4);
    });

    it("rebates at max(E, a): a deposit in front of a sale, in one block", () => {
      expect(value(beforeSale.run(weak({ rebate: "actual" })), "", "same block")).to.be.above(3);
    });

    it("a doubling bound that counts from the collateral: a large deposit in front of a deposit", () => {
      expect(value(beforeDeposit.run(weak({ boundFromCollateral: true })), "30 vaults", "1 h")).to.be.above(1.5);
    });

    it("leavers who don't bear the rise of R: trades around a fill", () => {
      expect(value(aroundFill.run(weak({ freeLeaving: true })), "", "7 d")).to.be.above(0.3);
    });

    it("E at whatever comes first: a first deposit that is borrowed, and a least one that is taken back", () => {
      const gains = borrowedStart.run(weak({ startFromDeposit: true }));
      expect(value(gains, "from a buyer who sells; in a vault", "24 h")).to.be.above(2);
      expect(value(gains, "from a newcomer; in a vault", "6 d")).to.be.above(1);
      const dear = leastStart.run(weak({ startFromDeposit: true }));
      expect(value(dear, "", "and is taken back")).to.be.above(10);
    });

    it("E at actual capital in a vault that has just been emptied: only reserve vaults, which say so", () => {
      expect(value(emptiedReserve.run(SHIPPED), "deposit after", "24 h")).to.be.above(2);
    });
  });

  it("are printed as one Markdown table with a row for each thing measured", () => {
    const slow = resultOf(aroundFill);
    const lines = attacksInMarkdown([{ name: "around a fill", slow, first: slow }])
      .trimEnd()
      .split("\n");
    expect(lines.length).to.equal(2 + new Set(slow.map(({ group }) => group)).size);
    for (const line of lines) expect(line).to.match(/^\|.*\|.*\|.*\|$/);
  });
});
