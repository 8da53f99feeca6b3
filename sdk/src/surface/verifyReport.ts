import { ReportError } from "../errors/ReportError.ts";
import { sviVariance } from "../pricing/svi.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import { decodeReport } from "./decodeReport.ts";
import { observations } from "./observations.ts";
import type { OptionChain } from "./OptionChain.ts";
import type { Report } from "./Report.ts";
import { requireReport } from "./requireReport.ts";
import { SURFACE_RULES, type SurfaceRules } from "./SurfaceRules.ts";
import { formatTime } from "../units/formatTime.ts";

export interface VerifyOptions {
  /** The verifier's own quotes. */
  readonly chain: OptionChain;
  /** Largest weighted root mean square of volatility between report and quotes in any expiry. */
  readonly tolerance: number;
  /** Seconds by which the observation times may differ. */
  readonly maxClockSkew?: number;
  readonly rules?: SurfaceRules;
}

/**
 * Refuses a report that a reporter should not sign: one that the chain would refuse, one of another moment, one whose expiries are
 * not those it sees itself, or one further from its own quotes than the tolerance.
 */
export function verifyReport(report: Report, options: VerifyOptions): void {
  const { chain, tolerance, maxClockSkew = 60, rules = SURFACE_RULES } = options;
  const surface = decodeReport(report);
  requireReport(report, rules);
  const skew = Math.abs(surface.observedAt - chain.observedAt);
  if (skew > maxClockSkew) {
    throw new ReportError(0, {
      expected: `an observation within ${maxClockSkew} s of ${formatTime(chain.observedAt)}`,
      got: formatTime(surface.observedAt),
      action: "ask the leader for a report of this moment",
    });
  }
  for (const quotes of chain.expiries) {
    const slice = surface.slices.find(({ expiry }) => expiry === quotes.expiry);
    if (slice === undefined) {
      throw new ReportError(quotes.expiry, {
        expected: `a slice for expiry ${formatTime(quotes.expiry)}`,
        got: "none",
        action: "ask the leader for a report with every live expiry",
      });
    }
    const years = (quotes.expiry - surface.observedAt) / SECONDS_PER_YEAR;
    const points = observations(quotes, chain.observedAt);
    const weights = points.reduce((sum, { weight }) => sum + weight ** 2, 0);
    const squares = points.reduce((sum, { k, weight, midVolatility }) => {
      const volatility = Math.sqrt(sviVariance(slice.svi, k).w / years);
      return sum + (weight * (volatility - midVolatility)) ** 2;
    }, 0);
    const distance = weights > 0 ? Math.sqrt(squares / weights) : Infinity;
    if (!(distance <= tolerance)) {
      throw new ReportError(quotes.expiry, {
        expected: `volatility within ${tolerance} of own quotes at expiry ${formatTime(quotes.expiry)}`,
        got: String(distance),
        action: "don't sign; compare market data with the leader",
      });
    }
  }
  if (surface.slices.length !== chain.expiries.length) {
    throw new ReportError(0, {
      expected: `${chain.expiries.length} expiries`,
      got: String(surface.slices.length),
      action: "don't sign expiries that you can't see",
    });
  }
}
