import { expect } from "chai";
import { network } from "hardhat";

import { testContract } from "../../helpers/testContract.ts";
import { randomNumbers } from "./points.ts";
import { Real, cdf, pdf } from "./reference.ts";

const { ethers, networkHelpers } = await network.create();

const CASES = 1_000;
const BATCH = 250;
const Q96 = new Real(2).pow(96);
const Q128 = new Real(2).pow(128);
const ONE_Q96 = 2n ** 96n;
/** Beyond this many standard deviations everything is decided to far more than 18 digits. */
const SCORES = 9;
/** e^k is capped at |k| = 48. */
const FARTHEST = 47;

/** Units of the contract: k in Q96, w in Q192. */
interface Point {
  readonly k: bigint;
  readonly w: bigint;
}

interface Priced {
  readonly call: bigint;
  readonly put: bigint;
  readonly n1: bigint;
  readonly kn2: bigint;
  readonly density: bigint;
  readonly root: bigint;
  readonly moneyness: bigint;
}

const toBits = (x: number, bits: number): bigint => BigInt(new Real(x).times(new Real(2).pow(bits)).toFixed(0));
const fromQ96 = (x: bigint): Real => new Real(x.toString()).div(Q96);

/** √w from 1e-5 to 6, and d1 anywhere that matters: in and out of the money, near the kink and far from it. */
function randomPoints(): Point[] {
  const random = randomNumbers(17);
  return Array.from({ length: CASES }, () => {
    const root = 10 ** (-5 + 5.8 * random());
    const k = Math.max(-FARTHEST, Math.min(FARTHEST, root * (random() * 2 - 1) * SCORES));
    return { k: toBits(k, 96), w: toBits(root * root, 192) };
  });
}

/** Black's formula as the paper writes it, in 55 digits. */
function black({ k, w }: Point) {
  const x = fromQ96(k);
  const root = new Real(w.toString()).div(new Real(2).pow(192)).sqrt();
  const d1 = root.div(2).minus(x.div(root));
  const moneyness = x.exp();
  const [n1, n2] = [cdf(d1), cdf(d1.minus(root))];
  const call = n1.minus(moneyness.times(n2));
  return { call, put: call.minus(1).plus(moneyness), n1, kn2: moneyness.times(n2), density: pdf(d1), moneyness, root };
}

type Expected = ReturnType<typeof black>;

async function deploy(): Promise<(points: readonly Point[]) => Promise<Priced[]>> {
  const { abi, bytecode } = await testContract("test/mocks/NormalisedBlackHarness.sol");
  const [owner] = await ethers.getSigners();
  const harness = await new ethers.ContractFactory(abi, bytecode, owner).deploy();
  return async (points) => {
    const priced: Priced[] = [];
    for (let i = 0; i < points.length; i += BATCH) {
      const batch = points.slice(i, i + BATCH);
      const args = [batch.map(({ k }) => k), batch.map(({ w }) => w)];
      const answer: unknown = await harness.getFunction("priceMany")(...args);
      priced.push(...(answer as Priced[]));
    }
    return priced;
  };
}

describe("NormalisedBlack against 50-digit arithmetic", function () {
  this.timeout(60_000);

  const points = randomPoints();
  const expected = points.map(black);
  let priced: Priced[];

  before(async () => {
    const price = await networkHelpers.loadFixture(deploy);
    priced = await price(points);
    expect(priced.length).to.equal(CASES);
  });

  /** The largest error over all points, named with its point. */
  function expectWithin(bound: string, error: (actual: Priced, expected: Expected) => Real): void {
    points.forEach((point, i) => {
      const [actual, reference] = [priced[i], expected[i]];
      if (actual === undefined || reference === undefined) throw new Error(`expected ${CASES} results, got ${i}`);
      const found = error(actual, reference);
      expect(found.lte(bound), `${found.toPrecision(4)} > ${bound} at k ${point.k}, w ${point.w}`).to.equal(true);
    });
  }

  it(`prices ${CASES} random calls and puts within 5e-18 of the larger of strike and forward`, () => {
    expectWithin("5e-18", (a, e) => fromQ96(a.call).minus(e.call).abs().div(Real.max(1, e.moneyness)));
    expectWithin("5e-18", (a, e) => fromQ96(a.put).minus(e.put).abs().div(Real.max(1, e.moneyness)));
  });

  it("knows Φ(d1), e^k·Φ(d2), φ(d1) and √w as well", () => {
    expectWithin("5e-18", (a, e) => fromQ96(a.n1).minus(e.n1).abs());
    expectWithin("5e-18", (a, e) => fromQ96(a.kn2).minus(e.kn2).abs().div(Real.max(1, e.moneyness)));
    expectWithin("5e-18", (a, e) => new Real(a.density.toString()).div(Q128).minus(e.density).abs());
    expectWithin("1e-23", (a, e) => fromQ96(a.root).minus(e.root).abs().div(e.root));
  });

  it("keeps the relative precision of what is out of the money", () => {
    expectWithin("1e-13", (a, e) => {
      const [actual, exact] = e.moneyness.gt(1) ? [a.call, e.call] : [a.put, e.put];
      // Below 1e-10 the last bit of Q96 is what is seen; far strikes see the score's rounding, k/√w times that of √w.
      const isSeen = exact.gt("1e-10") && e.moneyness.ln().abs().lt(8);
      return isSeen ? fromQ96(actual).div(exact).minus(1).abs() : new Real(0);
    });
  });

  it("P1: keeps parity and the split of the call to the last bit, and every bound of no arbitrage", () => {
    priced.forEach(({ call, put, n1, kn2, moneyness }) => {
      expect(call - put).to.equal(ONE_Q96 - moneyness);
      expect(kn2).to.equal(n1 > call ? n1 - call : 0n);
      expect(call <= ONE_Q96 && put <= moneyness).to.equal(true);
    });
  });

  it("P2: gives the exact limits without variance, and certain ones where it is next to nothing", async () => {
    const price = await networkHelpers.loadFixture(deploy);
    const ks = [0.5, -0.5, 1e-9, -1e-9].map((k) => toBits(k, 96));
    for (const w of [0n, 1n]) {
      const limits = await price(ks.map((k) => ({ k, w })));
      limits.forEach(({ call, put, n1, density, moneyness }, i) => {
        const k = ks[i] ?? 0n;
        expect(call).to.equal(k < 0n ? ONE_Q96 - moneyness : 0n);
        expect(put).to.equal(k > 0n ? moneyness - ONE_Q96 : 0n);
        expect(n1).to.equal(k < 0n ? ONE_Q96 : 0n);
        expect(density).to.equal(0n);
      });
    }
  });
});
