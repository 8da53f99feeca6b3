import { hashTypedData } from "../rpc/hashTypedData.ts";
import type { TypedData, TypedDataDomain, TypedDataField } from "../rpc/signTypedData.ts";
import type { Report } from "./Report.ts";

/** The EIP-712 type of a report. */
export const REPORT_TYPES: Record<string, TypedDataField[]> = {
  Report: [
    { name: "round", type: "uint64" },
    { name: "observedAt", type: "uint64" },
    { name: "confidence", type: "uint128" },
    { name: "expiries", type: "uint256[]" },
    { name: "slices", type: "uint256[]" },
  ],
};

/** Where a report is valid: one surface on one chain. */
export interface SurfaceDomain {
  readonly chainId: bigint;
  /** Address of the `VolatilitySurface`. */
  readonly verifyingContract: string;
}

/** The full EIP-712 domain of a surface. */
export function reportDomain({ chainId, verifyingContract }: SurfaceDomain): TypedDataDomain {
  return { name: "Bulkhead Volatility Surface", version: "1", chainId, verifyingContract };
}

/** A report as it is signed. */
export function reportTypedData(report: Report, domain: SurfaceDomain): TypedData {
  return { domain: reportDomain(domain), types: REPORT_TYPES, primaryType: "Report", message: { ...report } };
}

/** The digest that reporters sign, as `VolatilitySurface.digestOf` computes it. */
export function reportDigest(report: Report, domain: SurfaceDomain): string {
  return hashTypedData(reportTypedData(report, domain));
}
