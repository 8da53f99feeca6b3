import { expect } from "chai";
import { Wallet, ZeroAddress } from "ethers";
import { network } from "hardhat";

import {
  agreeOnReport,
  buildReport,
  checkSlice,
  curveFor,
  curveVariance,
  decodeReport,
  explainError,
  fromWad,
  packSvi,
  reportDigest,
  SURFACE_RULES,
  toWad,
  unpackSvi,
  type Report,
  type Svi,
} from "../../../sdk/src/index.ts";
import { quoteChain, RandomSource, trueSurface } from "@bulkhead/simulation";

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
      // `preview` checks all but signatures.
      const refusal = await surface.preview(words(report)).then(
        () => undefined,
        (error: unknown) => explainError(error),
      );
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
