import { ReportError } from "../errors/ReportError.ts";
import type { Surface } from "../pricing/curve.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { toFixedPoint } from "../units/toFixedPoint.ts";
import { checkSlice } from "./checkSlice.ts";
import { packSvi, unpackSvi } from "./packSvi.ts";
import type { Report } from "./Report.ts";
import { SURFACE_RULES, type SurfaceRules } from "./SurfaceRules.ts";

/** As many expiries as one report may carry. */
const MAX_EXPIRIES = 8;
const WAD_DECIMALS = 18;

export interface ReportOptions {
  /** Above the last accepted round. */
  readonly round: bigint;
  /** The reporters' own uncertainty of volatility, a year. */
  readonly confidence: number;
  readonly rules?: SurfaceRules;
}

/** A report from a calibrated surface; refuses what the chain would refuse. */
export function buildReport(surface: Surface, { round, confidence, rules = SURFACE_RULES }: ReportOptions): Report {
  const { slices, observedAt } = surface;
  if (slices.length === 0 || slices.length > MAX_EXPIRIES) {
    throw new ReportError(0, {
      expected: `1 to ${MAX_EXPIRIES} expiries`,
      got: String(slices.length),
      action: "report the live expiries, nearest first",
    });
  }
  let previous = { expiry: observedAt, svi: undefined as ReturnType<typeof unpackSvi> | undefined };
  for (const { expiry, svi } of slices) {
    if (expiry <= previous.expiry) {
      throw new ReportError(expiry, {
        expected: `expiries after the observation and ascending (after ${previous.expiry})`,
        got: String(expiry),
        action: "sort the expiries and leave out what has expired",
      });
    }
    const signed = unpackSvi(packSvi(svi));
    const years = (expiry - observedAt) / SECONDS_PER_YEAR;
    const [violation] = checkSlice(signed, { rules, earlier: previous.svi, years });
    if (violation !== undefined) {
      const { rule, k, value, limit } = violation;
      throw new ReportError(expiry, {
        expected: `a slice within the ${rule} rule (limit ${limit}${k === undefined ? "" : ` at k = ${k}`})`,
        got: String(value),
        action: "calibrate with calibrateSurface, which repairs such slices",
      });
    }
    previous = { expiry, svi: signed };
  }
  return {
    round,
    observedAt: BigInt(observedAt),
    confidence: toFixedPoint(confidence, WAD_DECIMALS),
    expiries: slices.map(({ expiry }) => BigInt(expiry)),
    slices: slices.map(({ svi }) => packSvi(svi)),
  };
}
