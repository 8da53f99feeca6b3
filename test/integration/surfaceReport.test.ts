import { expect } from "chai";
import { network } from "hardhat";

import { packSvi } from "../../sdk/src/surface/packSvi.ts";
import type { Report } from "../../sdk/src/surface/Report.ts";
import { orderSignatures } from "../../sdk/src/surface/orderSignatures.ts";
import { reportDigest } from "../../sdk/src/surface/reportTypedData.ts";
import { signReport } from "../../sdk/src/surface/signReport.ts";

const { ethers, networkHelpers } = await network.create();

const DAY = 86_400;
const YEAR = 365 * DAY;
const PARAMETERS = {
  confidenceFloor: ethers.parseEther("0.01"),
  confidenceGrowth: ethers.parseEther("2"),
  maxAge: 10_800,
  hourlyAllowance: ethers.parseEther("0.3"),
  dailyAllowance: ethers.parseEther("0.8"),
  bandLow: ethers.parseEther("0.2"),
  bandHigh: ethers.parseEther("5"),
  minExpiries: 1,
};

/** SSVI with φ = 1/√θ, ρ = −0.3. */
function sliceOf(volatility: number, tenor: number): bigint {
  const rho = -0.3;
  const theta = (volatility * volatility * tenor) / YEAR;
  const root = Math.sqrt(theta);
  return packSvi({
    a: (theta * (1 - rho * rho)) / 2,
    b: root / 2,
    rho,
    m: -rho * root,
    sigma: Math.sqrt(1 - rho * rho) * root,
  });
}

async function deploySurface() {
  const [owner, ...rest] = await ethers.getSigners();
  if (owner === undefined) throw new Error("expected a signer, got none");
  const reporters = rest.slice(0, 3);
  const ascending = reporters.map(({ address }) => address).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  const surface = await ethers.deployContract("VolatilitySurface", [
    owner.address,
    PARAMETERS,
    ascending,
    2,
    ethers.ZeroAddress,
  ]);
  const verifyingContract = await surface.getAddress();
  const { chainId } = await ethers.provider.getNetwork();
  return { surface, reporters, domain: { chainId, verifyingContract } };
}

function reportAt(observedAt: number, volatility: number): Report {
  const tenors = [7 * DAY, 14 * DAY];
  return {
    round: 1n,
    observedAt: BigInt(observedAt),
    confidence: ethers.parseEther("0.005"),
    expiries: tenors.map((tenor) => BigInt(observedAt + tenor)),
    slices: tenors.map((tenor) => sliceOf(volatility, tenor)),
  };
}

/** TypeChain wants mutable arrays. */
function asStruct(report: Report) {
  return { ...report, expiries: [...report.expiries], slices: [...report.slices] };
}

describe("A report signed by the SDK", () => {
  it("has the digest that the chain computes", async () => {
    const { surface, domain } = await networkHelpers.loadFixture(deploySurface);
    const report = reportAt(await networkHelpers.time.latest(), 0.8);
    expect(await surface.digestOf(asStruct(report))).to.equal(reportDigest(report, domain));
  });

  it("is accepted, and read back from the next block on", async () => {
    const { surface, reporters, domain } = await networkHelpers.loadFixture(deploySurface);
    const report = reportAt(await networkHelpers.time.latest(), 0.8);
    const signatures = orderSignatures(
      await Promise.all(reporters.slice(0, 2).map((signer) => signReport(signer, { report, domain }))),
    );
    const sent = await surface.submit(asStruct(report), signatures);
    expect((await sent.wait())?.gasUsed).to.be.lessThan(1_500_000n);
    await networkHelpers.mine();
    const volatility = await surface.volatility(0n, report.expiries[0] ?? 0n);
    expect(volatility).to.be.closeTo(ethers.parseEther("0.8"), 10n ** 12n);
  });

  it("is refused with one signature too few, by name", async () => {
    const { surface, reporters, domain } = await networkHelpers.loadFixture(deploySurface);
    const report = reportAt(await networkHelpers.time.latest(), 0.8);
    const [signer] = reporters;
    if (signer === undefined) throw new Error("expected a reporter, got none");
    const { signature } = await signReport(signer, { report, domain });
    await expect(surface.submit(asStruct(report), [signature]))
      .to.be.revertedWithCustomError(surface, "SignatureCountOutOfBounds")
      .withArgs(1, 2);
  });
});
