import { CalibrationError } from "../errors/CalibrationError.ts";
import { ReportError } from "../errors/ReportError.ts";
import { SdkError } from "../errors/SdkError.ts";
import { addressOf, type TypedDataSigner } from "../rpc/TypedDataSigner.ts";
import { buildReport } from "./buildReport.ts";
import { calibrateSurface, type Calibration } from "./calibrateSurface.ts";
import { orderSignatures } from "./orderSignatures.ts";
import type { OptionChain } from "./OptionChain.ts";
import type { Report } from "./Report.ts";
import type { SurfaceDomain } from "./reportTypedData.ts";
import { signReport, type ReportSignature } from "./signReport.ts";
import { SURFACE_RULES, type SurfaceRules } from "./SurfaceRules.ts";
import { verifyReport } from "./verifyReport.ts";

/** One reporter: its key and what it sees of the market. */
export interface Reporter {
  readonly signer: TypedDataSigner;
  readonly chain: OptionChain;
}

export interface AgreementOptions {
  readonly domain: SurfaceDomain;
  readonly round: bigint;
  /** The reporters' own uncertainty of volatility, a year. */
  readonly confidence: number;
  /** How far a report may be from a reporter's own quotes, in volatility. */
  readonly tolerance: number;
  /** Signatures needed. */
  readonly threshold: number;
  readonly rules?: SurfaceRules;
}

export interface Agreement {
  readonly report: Report;
  /** In the chain's order. */
  readonly signatures: readonly string[];
  readonly calibration: Calibration;
  /** Who did not sign, and why. */
  readonly refusals: readonly { readonly reporter: string; readonly reason: string }[];
}

/**
 * Brings reporters with different data to sign one and the same report.
 *
 * The first reporter leads: it calibrates and proposes. Each other one verifies the proposal against its own quotes and signs or refuses.
 * Where a proposal finds fewer than `threshold` signers the next reporter leads, so one bad leader can't stop the rest.
 */
export async function agreeOnReport(reporters: readonly Reporter[], options: AgreementOptions): Promise<Agreement> {
  const { round, confidence, threshold, rules = SURFACE_RULES } = options;
  let most = 0;
  let excuse = "";
  for (const leader of reporters) {
    const proposal = propose(leader, { round, confidence, rules });
    if (proposal instanceof SdkError) {
      excuse ||= `; a leader has none to propose: ${proposal.message}`;
      continue;
    }
    const { report, calibration } = proposal;
    const { signatures, refusals } = await collect(reporters, { report, options });
    if (signatures.length >= threshold) {
      return { report, signatures: orderSignatures(signatures), calibration, refusals };
    }
    most = Math.max(most, signatures.length);
  }
  throw new ReportError(0, {
    expected: `${threshold} reporters who agree`,
    got: `at most ${most} of ${reporters.length}${excuse}`,
    action: "compare the reporters' market data",
  });
}

/** The leader's report; why there is none where its quotes or the options give none, so that the next one leads. */
function propose(
  { chain }: Reporter,
  { round, confidence, rules }: { round: bigint; confidence: number; rules: SurfaceRules },
): { report: Report; calibration: Calibration } | SdkError {
  try {
    const calibration = calibrateSurface(chain, rules);
    return { calibration, report: buildReport(calibration, { round, confidence, rules }) };
  } catch (error) {
    if (error instanceof CalibrationError || error instanceof ReportError) return error;
    throw error;
  }
}

async function collect(
  reporters: readonly Reporter[],
  { report, options }: { report: Report; options: AgreementOptions },
): Promise<{ signatures: ReportSignature[]; refusals: { reporter: string; reason: string }[] }> {
  const { domain, tolerance, rules = SURFACE_RULES } = options;
  const signatures: ReportSignature[] = [];
  const refusals: { reporter: string; reason: string }[] = [];
  for (const { signer, chain } of reporters) {
    try {
      verifyReport(report, { chain, tolerance, rules });
      signatures.push(await signReport(signer, { report, domain }));
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      refusals.push({ reporter: await addressOf(signer), reason: error.message });
    }
  }
  return { signatures, refusals };
}
