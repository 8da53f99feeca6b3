import { ReportError } from "../errors/ReportError.ts";
import type { Svi } from "../pricing/svi.ts";
import { SECONDS_PER_DAY, SECONDS_PER_YEAR } from "../units/constants.ts";
import { formatWad } from "../units/formatWad.ts";
import { toFixedPoint } from "../units/toFixedPoint.ts";
import { checkSlice } from "./checkSlice.ts";
import { packSvi, unpackSvi } from "./packSvi.ts";
import type { Report } from "./Report.ts";
import type { SurfaceRules } from "./SurfaceRules.ts";
import { formatTime } from "../units/formatTime.ts";

const WAD_DECIMALS = 18;
const MAX_ROUND = 2n ** 64n - 1n;

/**
 * Refuses a report that the chain would refuse whatever came before it: by its shape (`ReportShape.sol`), then by its
 * slices (`ArbitrageChecks.sol`). Rounds, times of delivery and allowances are the chain's alone to judge.
 * @throws ReportError
 */
export function requireReport(report: Report, rules: SurfaceRules): void {
  requireShape(report, rules);
  let earlier: Svi | undefined;
  report.slices.forEach((word, index) => {
    const expiry = Number(report.expiries[index]);
    const slice = unpackSvi(word);
    const years = (expiry - Number(report.observedAt)) / SECONDS_PER_YEAR;
    const [violation] = checkSlice(slice, { rules, earlier, years });
    if (violation !== undefined) {
      const { rule, k, value, limit } = violation;
      throw new ReportError(expiry, {
        expected: `a slice within the ${rule} rule (limit ${limit}${k === undefined ? "" : ` at k = ${k}`})`,
        got: String(value),
        action: "calibrate with calibrateSurface, which repairs such slices",
      });
    }
    if (packSvi(slice) !== word) {
      throw new ReportError(expiry, {
        expected: "a slice as packSvi packs it",
        got: "a word that packs back to another",
        action: "clear the word's unused bits",
      });
    }
    earlier = slice;
  });
}

function requireShape({ round, observedAt, confidence, expiries, slices }: Report, rules: SurfaceRules): void {
  const refuse = (expiry: bigint, what: { expected: string; got: string; action: string }): never => {
    throw new ReportError(Number(expiry), what);
  };
  if (round < 1n || round > MAX_ROUND) {
    refuse(0n, { expected: "a round from 1 to 2^64 - 1", got: String(round), action: "take the one after the latest" });
  }
  const { minExpiries, maxExpiries, minHorizon, maxTenor, maxConfidence, lastExpiry } = rules;
  if (expiries.length < minExpiries || expiries.length > maxExpiries || slices.length !== expiries.length) {
    refuse(0n, {
      expected: `${minExpiries} to ${maxExpiries} expiries with a slice each`,
      got: `${expiries.length} with ${slices.length}`,
      action: "report the live expiries, nearest first",
    });
  }
  const mostConfidence = toFixedPoint(maxConfidence, WAD_DECIMALS);
  if (confidence < 0n || confidence > mostConfidence) {
    refuse(0n, {
      expected: `a confidence from 0 to ${maxConfidence}`,
      got: formatWad(confidence),
      action: "report when the market's volatility is known more closely",
    });
  }
  let previous = observedAt;
  for (const expiry of expiries) {
    if (expiry <= previous) {
      refuse(expiry, {
        expected: `expiries after the observation and ascending (after ${formatTime(previous)})`,
        got: formatTime(expiry),
        action: "sort the expiries and leave out what has expired",
      });
    }
    previous = expiry;
  }
  const horizon = previous - observedAt;
  if (horizon < BigInt(minHorizon) || horizon > BigInt(maxTenor) || previous > BigInt(lastExpiry)) {
    refuse(previous, {
      expected: `a last expiry ${daysOf(minHorizon)} to ${daysOf(maxTenor)} days after the observation, at ${formatTime(lastExpiry)} or before`,
      got: `one ${daysOf(Number(horizon))} days after, at ${formatTime(previous)}`,
      action: "report a later expiry too, or leave out what is too far",
    });
  }
}

/** Seconds as days, to a hundredth. */
function daysOf(seconds: number): number {
  return Math.round((100 * seconds) / SECONDS_PER_DAY) / 100;
}
