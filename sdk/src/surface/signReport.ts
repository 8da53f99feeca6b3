import type { Signer } from "ethers";

import type { Report } from "./Report.ts";
import { REPORT_TYPES, reportDomain, type SurfaceDomain } from "./reportTypedData.ts";

/** One reporter's signature over a report. */
export interface ReportSignature {
  readonly signer: string;
  readonly signature: string;
}

/** Signs a report as EIP-712 typed data. */
export async function signReport(
  signer: Signer,
  { report, domain }: { report: Report; domain: SurfaceDomain },
): Promise<ReportSignature> {
  const signature = await signer.signTypedData(reportDomain(domain), REPORT_TYPES, report);
  return { signer: await signer.getAddress(), signature };
}
