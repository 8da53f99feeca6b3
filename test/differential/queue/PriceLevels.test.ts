import { expect } from "chai";
import { network } from "hardhat";

import { testContract } from "../../helpers/testContract.ts";

const { ethers } = await network.create();

const HIGHEST = 8_191;
/** So many at a time, as much as a call has gas for. */
const CHUNK = 256;

/** ⌈1.01^n⌉ for n = 0 .. 8190 in whole numbers: ⌈101^n / 100^n⌉. */
function ladder(): readonly bigint[] {
  const prices: bigint[] = [];
  let [above, below] = [1n, 1n];
  for (let n = 0; n < HIGHEST; ++n) {
    prices.push((above + below - 1n) / below);
    above *= 101n;
    below *= 100n;
  }
  return prices;
}

/** How many of ascending `prices` are below `price`. */
function countBelow(prices: readonly bigint[], price: bigint): bigint {
  let [low, high] = [0, prices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((prices[middle] ?? 0n) < price) low = middle + 1;
    else high = middle;
  }
  return BigInt(low);
}

interface Harness {
  pricesFrom(first: number, count: number): Promise<bigint[]>;
  levelsOf(minimums: readonly bigint[]): Promise<bigint[]>;
  highestMet(prices: readonly bigint[]): Promise<bigint[]>;
}

describe("PriceLevels against whole numbers", function () {
  this.timeout(300_000);

  const prices = ladder();
  let harness: Harness;

  before(async () => {
    const { abi, bytecode } = await testContract("test/mocks/PriceLevelsHarness.sol");
    const [signer] = await ethers.getSigners();
    const deployed = await new ethers.ContractFactory(abi, bytecode, signer).deploy();
    harness = deployed as unknown as Harness;
  });

  async function inChunks(visit: (first: number, chunk: readonly bigint[]) => Promise<void>): Promise<void> {
    for (let first = 0; first < HIGHEST; first += CHUNK) await visit(first, prices.slice(first, first + CHUNK));
  }

  it("asks at every level for exactly one per cent more than at the last, rounded up", async () => {
    const [none] = await harness.pricesFrom(0, 1);
    expect(none).to.equal(0n);
    await inChunks(async (first, chunk) => {
      expect([...(await harness.pricesFrom(first + 1, chunk.length))]).to.deep.equal(chunk);
    });
  });

  it("finds the lowest level that asks for at least a minimum", async () => {
    await inChunks(async (_, chunk) => {
      const minimums = chunk.flatMap((price) => (price > 1n ? [price, price - 1n] : [price]));
      const expected = minimums.map((minimum) => countBelow(prices, minimum) + 1n);
      expect([...(await harness.levelsOf(minimums))]).to.deep.equal(expected);
    });
  });

  it("finds the highest level that asks for no more than a price", async () => {
    await inChunks(async (_, chunk) => {
      const paid = chunk.flatMap((price) => [price, price - 1n]);
      const expected = paid.map((price) => countBelow(prices, price + 1n));
      expect([...(await harness.highestMet(paid))]).to.deep.equal(expected);
    });
  });
});
