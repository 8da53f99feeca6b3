import { ReportError } from "../errors/ReportError.ts";
import type { Surface } from "../pricing/curve.ts";
import { toFixedPoint } from "../units/toFixedPoint.ts";
import { packSvi } from "./packSvi.ts";
import type { Report } from "./Report.ts";
import { requireReport } from "./requireReport.ts";
import { SURFACE_RULES, type SurfaceRules } from "./SurfaceRules.ts";

const WAD_DECIMALS = 18;

export interface ReportOptions {
  /** Above the last accepted round. */
  readonly round: bigint;
  /** The reporters' own uncertainty of volatility, a year. */
  readonly confidence: number;
  readonly rules?: SurfaceRules;
}

/**
 * A report from a calibrated surface.
 * @throws ReportError where the chain would refuse it
 */
export function buildReport(surface: Surface, { round, confidence, rules = SURFACE_RULES }: ReportOptions): Report {
  const { slices, observedAt } = surface;
  for (const time of [observedAt, ...slices.map(({ expiry }) => expiry)]) {
    if (Number.isSafeInteger(time) && time >= 0) continue;
    throw new ReportError(0, { expected: "whole unix seconds", got: String(time), action: "round the times" });
  }
  const report: Report = {
    round,
    observedAt: BigInt(observedAt),
    confidence: toFixedPoint(confidence, WAD_DECIMALS),
    expiries: slices.map(({ expiry }) => BigInt(expiry)),
    slices: slices.map(({ svi }) => packSvi(svi)),
  };
  requireReport(report, rules);
  return report;
}
