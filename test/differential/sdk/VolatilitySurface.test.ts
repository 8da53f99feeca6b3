import { readFileSync } from "node:fs";

import { expect } from "chai";
import { Wallet, ZeroAddress } from "ethers";
import { network } from "hardhat";

import {
  agreeOnReport,
  buildReport,
  calibrateSurface,
  checkSlice,
  curveFor,
  curveVariance,
  decodeReport,
  explainError,
  fromWad,
  packSvi,
  reportDigest,
  ReportError,
  SURFACE_RULES,
  toWad,
  unpackSvi,
  type Report,
  type SurfaceSlice,
  type Svi,
} from "../../../sdk/src/index.ts";
import { quoteChain, RandomSource, trueSurface } from "@bulkhead/simulation";
import { INDEX_MODELS, indexChain } from "../../helpers/indexChain.ts";
import type { VolatilitySurface } from "../../../typechain-types/index.ts";

const { ethers, networkHelpers } = await network.create();

const DAY = 86_400;
const START = 1_900_000_000;
const SURFACES = 12;
const SLICES = 150;
const SIGNERS = [1, 2, 3]
  .map((index) => new Wallet(`0x${index.toString(16).padStart(64, "0")}`))
  .sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));

/** Nothing is held back here: steps and allowances are the contract's own tests' matter. */
const PARAMETERS = {
  confidenceFloor: toWad(0.005),
  confidenceGrowth: toWad(1),
  maxAge: 2 * DAY,
  hourlyAllowance: toWad(1),
  dailyAllowance: toWad(4),
  bandLow: 0n,
  bandHigh: 100n * 10n ** 18n,
  minExpiries: 1,
};

async function deploy() {
  const [owner] = await ethers.getSigners();
  if (owner === undefined) throw new Error("expected a signer, got none");
  const reporters = SIGNERS.map(({ address }) => address);
  const Surface = await ethers.getContractFactory("VolatilitySurface");
  const surface = await Surface.deploy(owner.address, PARAMETERS, reporters, 2, ZeroAddress);
  const { chainId } = await ethers.provider.getNetwork();
  await networkHelpers.time.increaseTo(START);
  return { surface, domain: { chainId, verifyingContract: await surface.getAddress() } };
}

/** What a report is made from. */
interface Shape {
  readonly slices: readonly SurfaceSlice[];
  readonly confidence?: number;
  readonly round?: bigint;
}

const built = ({ slices, confidence = 0.01, round = 1n }: Shape): Report =>
  buildReport({ observedAt: START, slices }, { round, confidence });

/** The same, whatever is wrong with it. */
const unchecked = ({ slices, confidence = 0.01, round = 1n }: Shape): Report => ({
  round,
  observedAt: BigInt(START),
  confidence: toWad(confidence),
  expiries: slices.map(({ expiry }) => BigInt(expiry)),
  slices: slices.map(({ svi }) => packSvi(svi)),
});

const named = ({ slices, confidence, round }: Shape): string =>
  JSON.stringify({ slices, confidence, round: round?.toString() });

/** Why the contract would not take a report, by all that it checks but signatures; undefined where it would. */
async function refusalOf(surface: VolatilitySurface, report: Report): Promise<string | undefined> {
  return surface.preview(words(report)).then(
    () => undefined,
    (error: unknown) => explainError(error),
  );
}

const words = (report: Report) => ({ ...report, expiries: [...report.expiries], slices: [...report.slices] });

describe("SDK surfaces against VolatilitySurface", function () {
  this.timeout(600_000);

  for (let seed = 1; seed <= SURFACES; seed++) {
    it(`test_P7_takes the report of three observers of market ${seed}, and interpolates it alike`, async () => {
      const { surface, domain } = await networkHelpers.loadFixture(deploy);
      const random = new RandomSource(seed);
      const expiries = [1, 2, 7, 14, 28, 56].map((days) => START + days * DAY + 3_600);
      const point = { time: START, spot: 2_000, variance: (0.2 + 1.4 * random.uniform()) ** 2 };
      const truth = trueSurface(point, { expiries });
      const reporters = SIGNERS.map((signer, index) => ({
        signer,
        chain: quoteChain(truth, { spot: point.spot, seed: 10 * seed + index, noise: 1 }),
      }));
      const terms = { domain, round: 1n, confidence: 0.01, tolerance: 0.1, threshold: 2 };
      const { report, signatures } = await agreeOnReport(reporters, terms);

      expect(await surface.digestOf(words(report))).to.equal(reportDigest(report, domain));
      await surface.submit(words(report), [...signatures]);

      const decoded = decodeReport(report);
      for (const hours of [1, 20, 30, 100]) {
        const now = START + hours * 3_600;
        await networkHelpers.time.increaseTo(now);
        for (const days of [0.5, 1.5, 3, 9, 28, 40, 80]) {
          const expiry = Math.round(START + days * DAY + 3_600);
          if (expiry <= now) continue;
          const sdk = curveFor(decoded, { expiry, now });
          const chain = await surface.curveOf(expiry);
          expect(packSvi(sdk.near)).to.equal(chain.near);
          expect(Math.abs(sdk.nearWeight - fromWad(chain.nearWeight))).to.be.at.most(1e-15);
          expect(Math.abs(sdk.farWeight - fromWad(chain.farWeight))).to.be.at.most(1e-15);
          const years = (expiry - now) / (365 * DAY);
          for (const k of [-0.4, 0, 0.3]) {
            const volatility = Math.sqrt(curveVariance(sdk, k).w / years);
            const onChain = fromWad(await surface.volatility(toWad(k), expiry));
            expect(Math.abs(volatility - onChain) / volatility, `${days} d, k ${k}`).to.be.at.most(1e-12);
          }
        }
      }
    });
  }

  INDEX_MODELS.forEach((model, index) => {
    it(`test_P7_takes the surface of index chain ${index}, eight expiries fitted at once`, async () => {
      const { surface } = await networkHelpers.loadFixture(deploy);
      const calibration = calibrateSurface(indexChain(model, START));
      const report = buildReport(calibration, { round: 1n, confidence: 0.01 });
      expect(report.slices).to.have.length(8);
      expect(await refusalOf(surface, report)).to.equal(undefined);
    });
  });

  it("test_P7_has the contract's own constants", () => {
    const source = ["ReportShape", "ArbitrageChecks"]
      .map((name) => readFileSync(new URL(`../../../contracts/surface/${name}.sol`, import.meta.url), "utf8"))
      .join("\n");
    /** What the source says a constant is, with its units. */
    const constant = (name: string): number => {
      const [, text = ""] = new RegExp(`constant ${name} = ([^;]+);`).exec(source) ?? [];
      expect(text, name).to.match(/^(\d[\d.e]*|days?|[* ])+$/);
      const factors = text.replace(/ days?\b/, ` * ${DAY}`).split("*");
      return factors.reduce((product, factor) => product * Number(factor), 1);
    };
    const { grid, deviations, widths, ...rules } = SURFACE_RULES;
    expect(rules).to.deep.equal({
      minVariance: constant("MIN_VARIANCE") / 1e24,
      maxWingSlope: constant("MAX_WING_SLOPE") / 1e24,
      maxA: constant("MAX_A") / 1e12,
      maxM: constant("MAX_M") / 1e12,
      maxRho: constant("MAX_RHO") / 1e12,
      minSigma: constant("MIN_SIGMA") / 1e12,
      maxSigma: constant("MAX_SIGMA") / 1e12,
      minVolatility: constant("MIN_VOLATILITY") / 1e18,
      maxVolatility: constant("MAX_VOLATILITY") / 1e18,
      minExpiries: 1,
      maxExpiries: constant("MOST_EXPIRIES"),
      minHorizon: constant("MIN_HORIZON"),
      maxTenor: constant("MAX_TENOR"),
      lastExpiry: 2 ** 32 - 1,
      maxConfidence: constant("MAX_CONFIDENCE") / 1e18,
    });
    expect([grid.length, deviations.length, widths.length]).to.deep.equal([
      2 * constant("GRID_SIDE") + 1,
      constant("HALF_DEVIATIONS"),
      constant("WIDTHS"),
    ]);
  });

  it("test_P7_refuses a report's shape where the contract does, on both sides of every bound", async () => {
    const { surface } = await networkHelpers.loadFixture(deploy);
    const flat = (variance: number): Svi => ({ a: variance, b: 0, rho: 0, m: 0, sigma: 0.1 });
    /** As many expiries as asked for, the last at a distance, all at a volatility of 50 %. */
    const shaped = (count: number, last: number): SurfaceSlice[] =>
      Array.from({ length: count }, (_, index) => {
        const expiry = START + last - (count - 1 - index) * 60;
        return { expiry, svi: flat((0.25 * (expiry - START)) / (365 * DAY)) };
      });
    /** An at-the-money volatility a day ahead. */
    const at = (volatility: number): SurfaceSlice[] => [{ expiry: START + DAY, svi: flat(volatility ** 2 / 365) }];
    const tick = 1e-12;
    const wing = (slope: number): SurfaceSlice[] => [
      { expiry: START + 365 * DAY, svi: { a: 1, b: slope / 1.5, rho: 0.5, m: 0, sigma: 1 } },
    ];
    const week = shaped(1, 7 * DAY);
    const [inside, outside] = [
      [
        { slices: shaped(1, DAY) },
        { slices: shaped(8, 7 * DAY) },
        { slices: shaped(1, 3 * 365 * DAY) },
        { slices: week, confidence: 0 },
        { slices: week, confidence: 0.15 },
        { slices: week, round: 2n },
        { slices: at(0.0101) },
        { slices: at(9.999) },
        { slices: wing(2 - 3 * tick) },
      ],
      [
        { slices: [] },
        { slices: shaped(1, DAY - 1) },
        { slices: shaped(9, 7 * DAY) },
        { slices: shaped(1, 3 * 365 * DAY + 1) },
        { slices: [...week, ...week] },
        { slices: week, confidence: 0.150000000000001 },
        { slices: week, round: 0n },
        { slices: at(0.0099) },
        { slices: at(10.001) },
        { slices: wing(2 + 3 * tick) },
      ],
    ] as const satisfies readonly (readonly Shape[])[];
    for (const shape of inside) {
      const report = built(shape);
      expect(await refusalOf(surface, report), named(shape)).to.equal(undefined);
    }
    for (const shape of outside) {
      expect(() => built(shape), named(shape)).to.throw(ReportError);
      expect(await refusalOf(surface, unchecked(shape)), named(shape)).not.to.equal(undefined);
    }
  });

  it("test_P7_judges slices as the contract does, by the same rule", async () => {
    const { surface } = await networkHelpers.loadFixture(deploy);
    const random = new RandomSource(99);
    const between = (low: number, high: number): number => low + (high - low) * random.uniform();
    const draw = (): Svi =>
      unpackSvi(
        packSvi({
          a: between(-0.1, 0.2),
          b: between(0, 1.4),
          rho: between(-1, 1),
          m: between(-0.6, 0.6),
          sigma: between(0.001, 0.8),
        }),
      );
    const expiries = [START + 20 * DAY, START + 40 * DAY];
    const seen = new Map<string, number>();
    for (let index = 0; index < SLICES; index++) {
      const [first, second] = [draw(), draw()];
      const years = expiries.map((expiry) => (expiry - START) / (365 * DAY)) as [number, number];
      const own = [
        ...checkSlice(first, { rules: SURFACE_RULES, years: years[0] }),
        ...checkSlice(second, { rules: SURFACE_RULES, earlier: first, years: years[1] }),
      ];
      const report: Report = {
        round: 1n,
        observedAt: BigInt(START),
        confidence: toWad(0.01),
        expiries: expiries.map(BigInt),
        slices: [packSvi(first), packSvi(second)],
      };
      const refusal = await refusalOf(surface, report);
      expect(refusal === undefined, `${JSON.stringify(own[0])} against ${refusal ?? "accepted"}`).to.equal(
        own.length === 0,
      );
      const rule = refusal?.split(":")[0] ?? "accepted";
      seen.set(rule, (seen.get(rule) ?? 0) + 1);
    }
    // The draws meet every rule, or the comparison says little.
    for (const rule of ["accepted", "MinimumVarianceTooLow", "ButterflyArbitrage", "CalendarArbitrage"]) {
      expect(seen.get(rule) ?? 0, `${rule} in ${JSON.stringify([...seen])}`).to.be.above(0);
    }
    const truth = trueSurface({ time: START, spot: 2_000, variance: 0.4 }, { expiries });
    const report = buildReport(truth, { round: 1n, confidence: 0.01 });
    await expect(surface.submit(words(report), [])).to.be.revertedWithCustomError(surface, "SignatureCountOutOfBounds");
  });
});
