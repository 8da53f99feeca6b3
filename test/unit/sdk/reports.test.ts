import { expect } from "chai";
import { recoverAddress, Wallet } from "ethers";

import {
  agreeOnReport,
  buildReport,
  calibrateSurface,
  decodeReport,
  orderSignatures,
  reportDigest,
  ReportError,
  signReport,
  verifyReport,
  type OptionChain,
  type Report,
  type Surface,
} from "../../../sdk/src/index.ts";
import { quoteChain, trueSurface } from "@bulkhead/simulation";
import { DAY, expiries, NOW, point, truth } from "../../helpers/trueSlices.ts";

const domain = { chainId: 31_337n, verifyingContract: "0x5FbDB2315678afecb367f032d93F642f64180aa3" };

describe("sdk: reports", () => {
  const signers = [1, 2, 3].map((index) => new Wallet(`0x${index.toString(16).padStart(64, "0")}`));
  const chains = signers.map((_, index) => quoteChain(truth, { spot: 2_000, seed: 100 + index }));
  const reporters = signers.map((signer, index) => ({ signer, chain: chains[index] as OptionChain }));
  const options = { domain, round: 7n, confidence: 0.01, tolerance: 0.02, threshold: 2 };

  it("test_P7_ThreeObserversSignOneReport", async () => {
    const { report, signatures, refusals, calibration } = await agreeOnReport(reporters, options);
    expect(refusals).to.deep.equal([]);
    // The leader's: what it could not use.
    expect(calibration.dropped).to.deep.equal(calibrateSurface(chains[0] as OptionChain).dropped);
    const digest = reportDigest(report, domain);
    const recovered = signatures.map((signature) => BigInt(recoverAddress(digest, signature)));
    expect(recovered).to.deep.equal(signers.map(({ address }) => BigInt(address)).sort((a, b) => (a < b ? -1 : 1)));
    expect(decodeReport(report).slices.map(({ expiry }) => expiry)).to.deep.equal(expiries);
  });

  it("test_P7_ALiarIsOutvoted", async () => {
    const shifted = trueSurface({ ...point, variance: 1.2 ** 2 }, { expiries });
    const liar = { signer: signers[0] as Wallet, chain: quoteChain(shifted, { spot: 2_000, seed: 9 }) };
    const { signatures, refusals, report } = await agreeOnReport([liar, ...reporters.slice(1)], options);
    expect(signatures).to.have.length(2);
    expect(refusals).to.have.length(1);
    expect(refusals[0]?.reporter).to.equal(liar.signer.address);
    expect(() => verifyReport(report, { chain: chains[1] as OptionChain, tolerance: 0.02 })).not.to.throw();
    const failure: unknown = await agreeOnReport([liar, ...reporters.slice(1)], { ...options, threshold: 3 }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure)
      .to.be.instanceOf(ReportError)
      .with.property("message")
      .that.matches(/expected 3 reporters who agree, got at most 2 of 3: compare/);
    // Where nobody can propose, why.
    const doubtful: unknown = await agreeOnReport(reporters, { ...options, confidence: 0.2 }).catch(
      (error: unknown) => error,
    );
    expect(doubtful)
      .to.have.property("message")
      .that.matches(/got at most 0 of 3; a leader has none .*from 0 to 0.15, got 0.2/);
  });

  it("test_P7_RevertWhen_TheChainWouldRefuse", () => {
    const [first, second] = truth.slices;
    if (first === undefined || second === undefined) throw new Error("the truth has six slices");
    const report = (slices: Surface["slices"]) => () =>
      buildReport({ observedAt: NOW, slices }, { round: 1n, confidence: 0.01 });
    expect(report([])).to.throw(ReportError, /1 to 8 expiries/);
    expect(report([second, first])).to.throw(ReportError, /ascending/);
    expect(report([{ expiry: NOW, svi: first.svi }])).to.throw(ReportError, /ascending/);
    expect(
      report([
        { ...first, svi: second.svi },
        { ...second, svi: first.svi },
      ]),
    ).to.throw(ReportError, /calendar rule/);
    expect(report([{ ...first, svi: { ...first.svi, b: 1.9 } }])).to.throw(ReportError, /wing/);
    expect(report([{ expiry: NOW + DAY, svi: { ...second.svi, a: 0.5 } }])).to.throw(ReportError, /volatility rule/);
  });

  it("test_P7_RevertWhen_AVerifierIsGivenWhatTheChainWouldRefuse", () => {
    const chain = chains[0] as OptionChain;
    const fine = buildReport(calibrateSurface(chain), { round: 1n, confidence: 0.15 });
    const verify = (change: Partial<Report>) => () => verifyReport({ ...fine, ...change }, { chain, tolerance: 0.02 });
    expect(verify({})).not.to.throw();
    expect(verify({ confidence: fine.confidence + 1n })).to.throw(
      ReportError,
      /a confidence from 0 to 0.15, got 0.15.*1/,
    );
    expect(verify({ round: 0n })).to.throw(ReportError, /a round from 1/);
    const marked = fine.slices.map((word, index) => (index === 2 ? word | 1n : word));
    expect(verify({ slices: marked })).to.throw(ReportError, /as packSvi packs it/);
    expect(verify({ slices: fine.slices.slice(1) })).to.throw(ReportError, /a slice each, got 6 with 5/);
  });

  it("test_P7_RevertWhen_TimesAreNotWholeSeconds", () => {
    const [first] = truth.slices as [Surface["slices"][number]];
    const build = (surface: Surface) => () => buildReport(surface, { round: 1n, confidence: 0.01 });
    expect(build({ observedAt: NOW + 0.5, slices: [first] })).to.throw(ReportError, /whole unix seconds/);
    expect(build({ observedAt: NOW, slices: [{ ...first, expiry: NaN }] })).to.throw(ReportError, /got NaN/);
  });

  it("test_P7_RevertWhen_TheReportIsNotOfWhatTheVerifierSees", () => {
    const chain = chains[0] as OptionChain;
    const report = buildReport(calibrateSurface(chain), { round: 1n, confidence: 0.01 });
    const verify = (seen: OptionChain) => () => verifyReport(report, { chain: seen, tolerance: 0.02 });
    expect(verify({ ...chain, expiries: chain.expiries.slice(1) })).to.throw(ReportError, /expiries/);
    const later = trueSurface({ ...point, time: NOW + 120 }, { expiries });
    expect(verify(quoteChain(later, { spot: 2_000, seed: 5 }))).to.throw(ReportError, /within 60 s/);
    const more = trueSurface(point, { expiries: [...expiries, NOW + 90 * DAY] });
    expect(verify(quoteChain(more, { spot: 2_000, seed: 5 }))).to.throw(ReportError, /a slice for expiry/);
  });

  it("test_A20_SignaturesBindEveryField", async () => {
    const [signer] = signers as [Wallet];
    const report = buildReport(truth, { round: 1n, confidence: 0.01 });
    const { signature } = await signReport(signer, { report, domain });
    const recovers = (other: typeof report, at = domain): boolean =>
      recoverAddress(reportDigest(other, at), signature) === signer.address;
    expect(recovers(report)).to.equal(true);
    expect(recovers({ ...report, round: 2n })).to.equal(false);
    expect(recovers({ ...report, slices: [...report.slices].reverse() })).to.equal(false);
    expect(recovers(report, { ...domain, chainId: 1n })).to.equal(false);
    expect(() =>
      orderSignatures([
        { signer: signer.address, signature },
        { signer: signer.address, signature },
      ]),
    ).to.throw(ReportError, /one signature a reporter/);
  });
});
