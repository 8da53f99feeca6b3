import type { Surface } from "../pricing/curve.ts";
import type { Report } from "./Report.ts";
import { unpackSvi } from "./packSvi.ts";

/** The surface that a report stands for, in double precision. */
export function decodeReport(report: Pick<Report, "observedAt" | "expiries" | "slices">): Surface {
  return {
    observedAt: Number(report.observedAt),
    slices: report.expiries.map((expiry, index) => ({
      expiry: Number(expiry),
      svi: unpackSvi(report.slices[index] ?? 0n),
    })),
  };
}
