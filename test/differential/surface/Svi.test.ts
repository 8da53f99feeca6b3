import { expect } from "chai";
import { Decimal } from "decimal.js";
import { network } from "hardhat";

import { testContract } from "../../helpers/testContract.ts";
import { Random } from "../premium/random.ts";

const { ethers } = await network.create();

/** 60 digits: ten more than any claim made here. */
const Real = Decimal.clone({ precision: 60 });
type Real = Decimal;

const CASES = 400;
const PICO = 10n ** 12n;
const YEAR = 31_536_000;

/** Parameters in units of 1e-12. */
interface Pico {
  readonly a: bigint;
  readonly b: bigint;
  readonly rho: bigint;
  readonly m: bigint;
  readonly sigma: bigint;
}

const pack = (p: Pico): bigint =>
  (BigInt.asUintN(56, p.a) << 200n) |
  (p.b << 152n) |
  (BigInt.asUintN(48, p.rho) << 104n) |
  (BigInt.asUintN(48, p.m) << 56n) |
  (p.sigma << 8n);

const power = (bits: number): Real => new Real(2).pow(bits);
const fromPico = (x: bigint): Real => new Real(x.toString()).div("1e12");
const fromBits = (x: bigint, bits: number): Real => new Real(x.toString()).div(power(bits));

/** The paper's formulas: Gatheral and Jacquier 2014, section 3 and equation 2.1. */
function reference(p: Pico, k: Real) {
  const [a, b, rho, m, sigma] = [p.a, p.b, p.rho, p.m, p.sigma].map(fromPico) as [Real, Real, Real, Real, Real];
  const d = k.minus(m);
  const r = d.pow(2).plus(sigma.pow(2)).sqrt();
  const w = a.plus(b.times(rho.times(d).plus(r)));
  const slope = b.times(rho.plus(d.div(r)));
  const curvature = b.times(sigma.pow(2)).div(r.pow(3));
  const skewed = new Real(1).minus(k.times(slope).div(w.times(2)));
  const g = skewed
    .pow(2)
    .minus(slope.pow(2).div(4).times(new Real(1).div(w).plus("0.25")))
    .plus(curvature.div(2));
  return { w, slope, curvature, g, skewed, b, r, sigma };
}

/** A slice with minimum variance of at least 1e-10, small ones and large ones alike. */
function randomSlice(random: Random): Pico {
  const pico = (x: number): bigint => BigInt(Math.round(x * 1e12));
  const rho = random.between(-0.99, 0.99);
  const b = 10 ** random.between(-4, 0) * (2 / (1 + Math.abs(rho)));
  const sigma = 10 ** random.between(-3, 1);
  const least = 10 ** random.between(-9.5, 0);
  const a = least - b * sigma * Math.sqrt(1 - rho * rho);
  const slice = { a: pico(a) + 100n, b: pico(b), rho: pico(rho), m: pico(random.between(-2, 2)), sigma: pico(sigma) };
  return slice;
}

function within(actual: Real, expected: Real, { tolerance, what }: { tolerance: Real; what: string }): Real {
  const error = actual.minus(expected).abs();
  expect(
    error.lte(tolerance),
    `${what}: got ${actual.toString()}, expected ${expected.toString()} ± ${tolerance.toString()}`,
  ).to.equal(true);
  return error;
}

async function deploy() {
  const [owner] = await ethers.getSigners();
  if (owner === undefined) throw new Error("expected a signer, got none");
  const harnesses = await Promise.all(
    ["SviHarness", "SurfaceHarness"].map(async (name) => {
      const { abi, bytecode } = await testContract(`test/mocks/${name}.sol`);
      return new ethers.ContractFactory(abi, bytecode, owner).deploy();
    }),
  );
  const [svi, surface] = harnesses;
  if (svi === undefined || surface === undefined) throw new Error("expected two harnesses, got fewer");
  return { svi, surface };
}

describe("Svi against 60-digit arithmetic", () => {
  it("gives total variance and both derivatives within the errors it states", async () => {
    const { svi } = await deploy();
    const random = new Random(1);
    for (let i = 0; i < CASES; i++) {
      const slice = randomSlice(random);
      const k = BigInt(Math.round(random.between(-8, 8) * 2 ** 50)) << 46n;
      const exact = reference(slice, fromBits(k, 96));
      const [w, slope, curvature] = (await svi.getFunction("withDerivatives")(pack(slice), k)) as [
        bigint,
        bigint,
        bigint,
      ];
      within(fromBits(w, 192), exact.w, {
        tolerance: exact.b
          .times(exact.r)
          .times(power(-78))
          .plus(exact.w.times(power(-100)))
          .plus(power(-99)),
        what: `w of case ${i}`,
      });
      within(fromBits(slope, 96), exact.slope, {
        tolerance: exact.b.times(power(-76)).plus(power(-95)),
        what: `w' of case ${i}`,
      });
      within(fromBits(curvature, 96), exact.curvature, {
        tolerance: exact.b.div(exact.sigma).times(power(-76)).plus(power(-95)),
        what: `w'' of case ${i}`,
      });
    }
  });

  it("gives volatility to 1e-18 and what the root of variance carries over", async () => {
    const { svi } = await deploy();
    const random = new Random(2);
    for (let i = 0; i < CASES; i++) {
      const slice = randomSlice(random);
      const k = BigInt(Math.round(random.between(-3, 3) * 1e15)) * 1000n;
      const tenor = random.integer(3600, 3 * YEAR);
      const exact = reference(slice, new Real(k.toString()).div("1e18"));
      const volatility = exact.w.times(YEAR).div(tenor).sqrt();
      const actual = new Real(((await svi.getFunction("volatility")(pack(slice), k, tenor)) as bigint).toString()).div(
        "1e18",
      );
      const carried = exact.b.times(exact.r).times(power(-78)).div(exact.w).times(volatility);
      within(actual, volatility, { tolerance: carried.plus("2e-18"), what: `volatility of case ${i}` });
    }
  });
});

describe("ArbitrageChecks.durrleman against 60-digit arithmetic", () => {
  it("gives g within the error it states, from tiny variance to large", async () => {
    const { surface } = await deploy();
    const random = new Random(3);
    let tried = 0;
    while (tried < CASES) {
      const slice = randomSlice(random);
      if (
        slice.a > 16n * PICO ||
        slice.a < -16n * PICO ||
        slice.b * (PICO + (slice.rho < 0n ? -slice.rho : slice.rho)) > 2n * PICO * PICO
      )
        continue;
      tried++;
      const k = BigInt(random.integer(-192, 192)) << 90n;
      const exact = reference(slice, fromBits(k, 96));
      const actual = fromBits((await surface.getFunction("durrleman")(pack(slice), k)) as bigint, 96);
      const scale = exact.skewed.abs().plus(1).pow(2).plus(exact.slope.pow(2).div(exact.w));
      // The kernel's error in w is relative to b·r, which for a tiny w is amplified by b·r/w.
      const amplified = exact.b.times(exact.r).div(exact.w).plus(1);
      within(actual, exact.g, {
        tolerance: scale
          .times(amplified)
          .times(power(-60))
          .plus(exact.curvature.times(power(-60))),
        what: `g of case ${tried}`,
      });
    }
  });
});
