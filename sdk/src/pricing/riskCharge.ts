import { SECONDS_PER_YEAR } from "../units/constants.ts";
import type { RiskParams, RiskSums } from "./types.ts";

/** Utilisation from which the tangent continues φ. */
const TANGENT_FROM = 0.9;

/** φ(u) = -ln(1-u) - u, convex, its slope u/(1-u); from 0.9 on its tangent. */
export function capacityPotential(utilisation: number): number {
  if (utilisation <= TANGENT_FROM) return -Math.log1p(-utilisation) - utilisation;
  const slope = TANGENT_FROM / (1 - TANGENT_FROM);
  return capacityPotential(TANGENT_FROM) + slope * (utilisation - TANGENT_FROM);
}

/** The two parts of R at risk capital E: certainty equivalent of the book's move, and rent of the locked capacity. */
export function riskCharge(
  sums: RiskSums,
  { params, riskCapital }: { params: RiskParams; riskCapital: number },
): { moveCharge: number; rentCharge: number } {
  const { spotMove, volMove, gammaMove } = sums;
  const capital = Math.max(riskCapital, 1e-18);
  const correlation = Math.min(1, Math.max(-1, params.spotVolCorrelation));
  const variance = spotMove ** 2 + 2 * correlation * spotMove * volMove + volMove ** 2 + gammaMove ** 2 / 2;
  const potential = sums.locked.reduce(
    (sum, locked, k) =>
      sum + capital * capacityPotential(locked / capital) * ((sums.interval[k] ?? 0) / SECONDS_PER_YEAR),
    0,
  );
  return {
    moveCharge: (params.riskAversion * variance) / (2 * capital),
    rentCharge: params.capacityRent * potential,
  };
}
