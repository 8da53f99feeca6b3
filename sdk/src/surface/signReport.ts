import { addressOf, signWith, type TypedDataSigner } from "../rpc/TypedDataSigner.ts";
import type { Report } from "./Report.ts";
import { reportTypedData, type SurfaceDomain } from "./reportTypedData.ts";

/** One reporter's signature over a report. */
export interface ReportSignature {
  readonly signer: string;
  readonly signature: string;
}

/**
 * Signs a report as EIP-712 typed data, by an ethers signer or a viem account.
 * @example
 * const { signer, signature } = await signReport(reporter, { report, domain });
 */
export async function signReport(
  signer: TypedDataSigner,
  { report, domain }: { report: Report; domain: SurfaceDomain },
): Promise<ReportSignature> {
  const signature = await signWith(signer, reportTypedData(report, domain));
  return { signer: await addressOf(signer), signature };
}
