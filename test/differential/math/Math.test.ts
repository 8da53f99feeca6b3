import { expect } from "chai";
import { network } from "hardhat";

import { testContract } from "../../helpers/testContract.ts";
import {
  discountRounding,
  gridPoints,
  observedPoints,
  randomNumbers,
  randomPoints,
  wholeDomainPoints,
  type Observed,
} from "./points.ts";
import {
  Real,
  blackScholes,
  carryOf,
  cdf,
  deviationOf,
  discountedStrike,
  fromWad,
  pdf,
  type Figures,
  type Terms,
} from "./reference.ts";

const { ethers, networkHelpers } = await network.create();

const BATCH = 500;
const Q96 = new Real(2).pow(96);
const RANDOM_POINTS = 4_000;

type Priced = Record<keyof Figures, bigint>;

async function deploy() {
  const { abi, bytecode } = await testContract("test/mocks/MathHarness.sol");
  const [owner] = await ethers.getSigners();
  const harness = await new ethers.ContractFactory(abi, bytecode, owner).deploy();
  return async <T>(name: string, items: readonly (readonly unknown[])[]): Promise<T[]> => {
    const results: T[] = [];
    const length = items[0]?.length ?? 0;
    for (let i = 0; i < length; i += BATCH) {
      const batch: unknown = await harness.getFunction(name)(...items.map((item) => item.slice(i, i + BATCH)));
      results.push(...(batch as T[]));
    }
    return results;
  };
}

/** The largest of the errors, with the point that has it. */
function worst<T>(
  points: readonly T[],
  error: (point: T, index: number) => Real,
): { error: Real; point: T | undefined } {
  let result: { error: Real; point: T | undefined } = { error: new Real(0), point: undefined };
  points.forEach((point, index) => {
    const e = error(point, index);
    if (e.gt(result.error)) result = { error: e, point };
  });
  return result;
}

function expectAtMost(found: { error: Real; point: unknown }, bound: string): void {
  const where = JSON.stringify(found.point, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  expect(found.error.lte(bound), `${found.error.toPrecision(4)} > ${bound} at ${where}`).to.equal(true);
}

/** The out-of-the-money part of a price at a volatility, or what it lacks of its bound where `isHigh`. */
function timeValueAt(observed: Observed, volatility: Real, isHigh: boolean): Real {
  const smaller = Real.min(fromWad(observed.spot), discountedStrike(observed));
  if (volatility.lte(0)) return isHigh ? smaller : new Real(0);
  const { call, put } = blackScholes({ ...observed, volatility: 0n }, volatility);
  const timeValue = Real.min(call, put);
  return isHigh ? smaller.minus(timeValue) : timeValue;
}

const larger = (terms: Terms): Real => fromWad(terms.spot > terms.strike ? terms.spot : terms.strike);

describe("Mathematics against 50-digit arithmetic", function () {
  this.timeout(300_000);

  for (const [name, points] of [
    ["2,100 grid points", gridPoints()],
    [`${RANDOM_POINTS} random points`, randomPoints(RANDOM_POINTS, 7)],
  ] as const) {
    it(`prices ${name}: call, put and delta within 1e-17 of the larger price, Greeks within 1e-16`, async () => {
      const call = await networkHelpers.loadFixture(deploy);
      const priced = await call<Priced>("blackScholesMany", [points]);
      const expected = points.map((terms) => blackScholes(terms));
      const error = (figure: keyof Figures, scale: (terms: Terms, expected: Figures) => Real) =>
        worst(points, (terms, i) => {
          const [p, e] = [priced[i], expected[i]];
          if (p === undefined || e === undefined) throw new Error(`expected ${points.length} results, got fewer`);
          // Units (1e-18) are what the format rounds to; theta sums three rounded terms.
          const units = figure === "theta" ? "4e-18" : "2e-18";
          const distance = fromWad(p[figure]).minus(e[figure]).abs().minus(units);
          return distance.div(scale(terms, e));
        });
      expectAtMost(error("call", larger), "1e-17");
      expectAtMost(error("put", larger), "1e-17");
      expectAtMost(
        error("delta", () => new Real(1)),
        "1e-17",
      );
      // Against the largest each could be at any strike, which is what their formulas scale by.
      expectAtMost(
        error("gamma", (_, e) => e.gamma.plus(1)),
        "1e-16",
      );
      expectAtMost(
        error("vega", (t) => larger(t).times(Math.max(1, Math.sqrt(Number(t.tenor) / 31_536_000)))),
        "1e-16",
      );
      expectAtMost(
        error("theta", (t, e) => e.theta.abs().plus(larger(t))),
        "1e-16",
      );
    });
  }

  it("prices the whole domain to 1e-17, and knows delta as well as ln(K/F)", async () => {
    const call = await networkHelpers.loadFixture(deploy);
    const points = wholeDomainPoints(1_000, 19);
    const priced = await call<Priced>("blackScholesMany", [points]);
    const expected = points.map((terms) => blackScholes(terms));
    const errorOf = (figure: "call" | "put" | "delta", i: number): Real =>
      fromWad(priced[i]?.[figure] ?? 0n)
        .minus(expected[i]?.[figure] ?? NaN)
        .abs()
        .minus("2e-18");
    expectAtMost(
      worst(points, (terms, i) => errorOf("call", i).div(larger(terms))),
      "1e-17",
    );
    expectAtMost(
      worst(points, (terms, i) => errorOf("put", i).div(larger(terms))),
      "1e-17",
    );
    // φ(d1)·ε/v, with ε the error of ln(K/F).
    const blur = (terms: Terms): Real => {
      const v = deviationOf(terms);
      const k = fromWad(terms.strike).div(fromWad(terms.spot)).ln();
      const carry = carryOf(terms);
      const epsilon = new Real(2).pow(-95).plus(k.abs().times("3e-19")).plus(carry.times("3e-23"));
      return pdf(carry.minus(k).div(v).plus(v.div(2)))
        .times(epsilon)
        .div(v);
    };
    expectAtMost(
      worst(points, (terms, i) => errorOf("delta", i).minus(blur(terms))),
      "1e-17",
    );
    expectAtMost(
      worst(points, (terms, i) => {
        const v = deviationOf(terms);
        return v.gte("1e-11") && v.gte(carryOf(terms).div(20)) ? errorOf("delta", i) : new Real(0);
      }),
      "1e-17",
    );
  });

  it("knows Φ to 2.5e-17", async () => {
    const call = await networkHelpers.loadFixture(deploy);
    const random = randomNumbers(3);
    const xs = Array.from({ length: 2_000 }, () => BigInt(Math.floor((random() * 22 - 11) * 1e15)) * 1_000n);
    const ys = await call<bigint>("cdfMany", [xs]);
    expectAtMost(
      worst(xs, (x, i) =>
        fromWad(ys[i] ?? 0n)
          .minus(cdf(fromWad(x)))
          .abs(),
      ),
      "2.5e-17",
    );
  });

  it("knows ln to 1e-19 and e^−z to 3e-18 of itself", async () => {
    const call = await networkHelpers.loadFixture(deploy);
    const random = randomNumbers(5);
    const numerators = Array.from({ length: 1_000 }, () => BigInt(Math.floor(10 ** (12 + 16 * random()))));
    const denominators = numerators.map((n, i) =>
      i % 2 === 0 ? n + 1n + n / 1_000n : BigInt(Math.floor(10 ** (12 + 16 * random()))),
    );
    const logarithms = await call<bigint>("lnMany", [numerators, denominators]);
    expectAtMost(
      worst(numerators, (n, i) => {
        const expected = new Real(n.toString()).div((denominators[i] ?? 1n).toString()).ln();
        return new Real((logarithms[i] ?? 0n).toString()).div(Q96).minus(expected).abs();
      }),
      "1e-19",
    );
    const zs = Array.from({ length: 1_000 }, () => BigInt(Math.floor(random() * 30 * 2 ** 40)) << 56n);
    const exponentials = await call<bigint>("expNegMany", [zs]);
    expectAtMost(
      worst(zs, (z, i) => {
        const expected = new Real(z.toString()).div(Q96).neg().exp();
        return new Real((exponentials[i] ?? 0n).toString()).div(new Real(2).pow(128)).div(expected).minus(1).abs();
      }),
      "3e-18",
    );
  });

  it("finds the volatility to 1e-12 wherever the price determines it", async () => {
    const call = await networkHelpers.loadFixture(deploy);
    const cases = [...gridPoints(), ...randomPoints(2_000, 11)]
      .map((terms) => ({ terms, figures: blackScholes(terms) }))
      .filter(({ terms, figures }) => {
        const smaller = fromWad(terms.spot < terms.strike ? terms.spot : terms.strike);
        const timeValue = figures.call.lt(figures.put) ? figures.call : figures.put;
        const deviation = (Number(terms.volatility) / 1e18) * Math.sqrt(Number(terms.tenor) / 31_536_000);
        const isTelling = timeValue.gt(smaller.times("1e-12")) && timeValue.lt(smaller.times("0.95"));
        return isTelling && timeValue.gt("1e-16") && deviation > 1e-6 && deviation < 4;
      });
    expect(cases.length).to.be.greaterThan(1_500);
    const observed = cases.map(({ terms, figures }) => {
      const isCall = figures.call.lt(figures.put);
      const price = BigInt((isCall ? figures.call : figures.put).times("1e18").toFixed(0));
      return { kind: isCall ? 0 : 1, price, ...terms };
    });
    const found = await call<bigint>("impliedVolatilityMany", [observed]);
    expectAtMost(
      worst(cases, ({ terms, figures }, i) => {
        const truth = fromWad(terms.volatility);
        // What a unit of the price, and of the volatility itself, leaves open.
        const open = new Real("1.5e-18").div(figures.vega).plus("2e-18").div(truth);
        return fromWad(found[i] ?? 0n)
          .div(truth)
          .minus(1)
          .abs()
          .minus(open);
      }),
      "1e-12",
    );
  });

  it("finds a volatility on the whole domain, whose price is the given one to a unit", async () => {
    const call = await networkHelpers.loadFixture(deploy);
    const points = observedPoints(1_500, 23);
    const found = await call<bigint>("impliedVolatilityMany", [points]);
    points.forEach((point, i) => {
      const volatility = found[i] ?? 0n;
      const intrinsic = Real.max(
        0,
        fromWad(point.spot)
          .minus(discountedStrike(point))
          .times(point.kind === 0 ? 1 : -1),
      );
      const smaller = Real.min(fromWad(point.spot), discountedStrike(point));
      const timeValue = fromWad(point.price).minus(intrinsic);
      const isHigh = timeValue.gt(smaller.div(2));
      const given = isHigh ? smaller.minus(timeValue) : timeValue;
      const slack = discountRounding(point).plus("1e-18");
      // 1e-12 and a unit to either side: between the prices there lies one that is the given one to its rounding.
      const low = timeValueAt(point, fromWad(volatility - 1n).times("0.999999999999"), isHigh);
      const high = timeValueAt(point, fromWad(volatility + 1n).times("1.000000000001"), isHigh);
      const [least, most] = isHigh ? [high, low] : [low, high];
      const isFound = least.lte(given.plus(slack)) && most.gte(given.minus(slack));
      const { kind, price, spot, strike, tenor, rate } = point;
      expect(isFound, `${volatility} at ${[kind, price, spot, strike, tenor, rate].join(", ")}`).to.equal(true);
    });
  });

  it("finds the volatility at the money to 1e-12 however small, where the seed was once noise", async () => {
    const call = await networkHelpers.loadFixture(deploy);
    // σ√τ from 1e-10 to 1, for a price with all the digits that fit: spot 7.9e10.
    const spot = 2n ** 96n - 1n;
    const cases = Array.from({ length: 300 }, (_, i) => {
      const volatility = BigInt(Math.floor(10 ** (8 + i / 30)));
      const offset = [0n, 1n, spot / 10n ** 14n, spot / 10n ** 8n][i % 4] ?? 0n;
      const terms = { spot, strike: spot - offset, tenor: 31_536_000n, rate: 0n, volatility };
      return { terms, price: BigInt(blackScholes(terms).put.times("1e18").toFixed(0)) };
    }).filter(({ price, terms }) => price > 0n && terms.volatility > 1n);
    const observed = cases.map(({ terms, price }) => ({ kind: 1, price, ...terms }));
    const found = await call<bigint>("impliedVolatilityMany", [observed]);
    expectAtMost(
      worst(cases, ({ terms }, i) => {
        const vega = blackScholes(terms).vega;
        const truth = fromWad(terms.volatility);
        const open = new Real("1e-18").div(vega).plus("1e-18");
        return fromWad(found[i] ?? 0n)
          .minus(truth)
          .abs()
          .minus(open)
          .div(truth);
      }),
      "1e-12",
    );
  });
});
