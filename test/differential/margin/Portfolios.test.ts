import { expect } from "chai";
import { ContractFactory, parseEther } from "ethers";
import { network } from "hardhat";

import { testContract } from "../../helpers/testContract.ts";
import { PORTFOLIOS, type Leg } from "./portfolios.ts";
import { roundedUp, total, worstOf } from "./reference.ts";

const { ethers } = await network.create();

const DAY = 86_400;
const NEAR = 20_000 * DAY + 28_800;
const FAR = NEAR + 28 * DAY;
const TICK = 10;

/** `VaultTerms`: index, log10 of the scale, whether it writes puts, tick and lot (WAD), smallest order (lots). */
const termsOf = ({ isPut, scale }: { isPut: boolean; scale: bigint }): bigint =>
  1n |
  (scale << 16n) |
  ((isPut ? 1n : 0n) << 24n) |
  (parseEther(String(TICK)) << 32n) |
  (parseEther("0.01") << 104n) |
  (10n << 168n);

const VAULTS = [
  { kind: "puts", isPut: true, decimals: 6 },
  { kind: "calls", isPut: false, decimals: 18 },
  { kind: "calls", isPut: false, decimals: 8 },
] as const;

describe("Worst losses of textbook portfolios", () => {
  let needed: (legs: readonly Leg[], terms: bigint) => Promise<unknown>;

  before(async () => {
    const { abi, bytecode } = await testContract("test/mocks/AccountHarness.sol");
    const [owner] = await ethers.getSigners();
    const harness = await new ContractFactory(abi, bytecode, owner).deploy();
    needed = (legs, terms) =>
      harness.getFunction("needed")(
        legs.map(({ far = false }) => (far ? FAR : NEAR)),
        legs.map(({ strike }) => strike / TICK),
        legs.map(({ short }) => short),
        terms,
      ) as Promise<unknown>;
  });

  for (const portfolio of PORTFOLIOS) {
    it(portfolio.name, async () => {
      for (const { kind, isPut, decimals } of VAULTS) {
        const [over, under] = portfolio.worst[kind];
        const unit = 10n ** BigInt(decimals);
        const parts = worstOf(portfolio[kind], isPut);
        // What textbooks say is what every price says.
        const exact = total(parts);
        expect(exact.over * BigInt(under)).to.equal(BigInt(over) * exact.under);
        // And the engine asks for that, rounded up a single expiry.
        const expected = parts.reduce((units, part) => units + roundedUp(part, unit), 0n);
        const terms = termsOf({ isPut, scale: BigInt(18 - decimals) });
        expect(await needed(portfolio[kind], terms)).to.equal(expected);
      }
    });
  }
});
