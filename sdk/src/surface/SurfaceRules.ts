import { SECONDS_PER_DAY, SECONDS_PER_YEAR } from "../units/constants.ts";

/** What the chain demands of a report (`ReportShape.sol`) and of every slice (`ArbitrageChecks.sol`), in double precision. */
export interface SurfaceRules {
  /** Log-moneyness at which butterfly and calendar arbitrage are looked for. */
  readonly grid: readonly number[];
  /** Standard deviations either side of the money at which butterflies are looked for besides. */
  readonly deviations: readonly number[];
  /** Widths σ either side of m at which they are, too. */
  readonly widths: readonly number[];
  /** Smallest total variance anywhere on a slice. */
  readonly minVariance: number;
  /** Lee's bound on b·(1 + |ρ|). */
  readonly maxWingSlope: number;
  readonly maxA: number;
  readonly maxM: number;
  readonly maxRho: number;
  readonly minSigma: number;
  readonly maxSigma: number;
  /** Bounds of at-the-money volatility, a year. */
  readonly minVolatility: number;
  readonly maxVolatility: number;
  /** Fewest expiries of a report, a parameter of each deployment: here the least that one can set. */
  readonly minExpiries: number;
  readonly maxExpiries: number;
  /** Bounds of the time from the observation to the last expiry, seconds. */
  readonly minHorizon: number;
  readonly maxTenor: number;
  /** Unix seconds. */
  readonly lastExpiry: number;
  /** Largest reported uncertainty of volatility, a year. */
  readonly maxConfidence: number;
}

/** Positive side of the grid in units of 1/64: spaced in proportion to k, as one grid serves tenors from a day to years. */
const GRID_SIDE = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192].map((units) => units / 64);

/** The rules of the deployed contract. */
export const SURFACE_RULES: SurfaceRules = {
  grid: [...GRID_SIDE.map((k) => -k).reverse(), 0, ...GRID_SIDE],
  deviations: [0.5, 1, 1.5, 2],
  widths: [4, 16, 64],
  minVariance: 1e-10,
  maxWingSlope: 2,
  maxA: 16,
  maxM: 4,
  maxRho: 0.9999,
  minSigma: 1e-5,
  maxSigma: 16,
  minVolatility: 0.01,
  maxVolatility: 10,
  minExpiries: 1,
  maxExpiries: 8,
  minHorizon: SECONDS_PER_DAY,
  maxTenor: 3 * SECONDS_PER_YEAR,
  lastExpiry: 2 ** 32 - 1,
  maxConfidence: 0.15,
};
