import { durrleman } from "../pricing/durrleman.ts";
import { sviVariance, type Svi } from "../pricing/svi.ts";
import { butterflyPoints } from "./butterflyPoints.ts";
import { minimumVariance } from "./minimumVariance.ts";
import type { SurfaceRules } from "./SurfaceRules.ts";

/** A rule of the chain that a slice breaks. */
export interface Violation {
  readonly rule: "domain" | "minimum variance" | "wing" | "volatility" | "butterfly" | "calendar";
  /** Log-moneyness where it is broken, for the rules that are checked on the grid. */
  readonly k?: number;
  readonly value: number;
  readonly limit: number;
}

export interface CheckContext {
  readonly rules: SurfaceRules;
  /** The slice of the earlier expiry. */
  readonly earlier?: Svi | undefined;
  /** Time to expiry, for the bounds of at-the-money volatility; not checked where absent. */
  readonly years?: number;
}

/** Every rule of the chain that a slice would break; empty where it would pass. */
export function checkSlice(slice: Svi, { rules, earlier, years }: CheckContext): Violation[] {
  const violations: Violation[] = [];
  const demand = (holds: boolean, violation: Violation): void => {
    if (!holds) violations.push(violation);
  };
  const within = (value: number, low: number, high: number): void =>
    demand(value >= low && value <= high, { rule: "domain", value, limit: value < low ? low : high });
  within(slice.a, -rules.maxA, rules.maxA);
  within(slice.m, -rules.maxM, rules.maxM);
  within(slice.rho, -rules.maxRho, rules.maxRho);
  within(slice.sigma, rules.minSigma, rules.maxSigma);
  within(slice.b, 0, rules.maxWingSlope);
  const lowest = minimumVariance(slice);
  demand(lowest >= rules.minVariance, { rule: "minimum variance", value: lowest, limit: rules.minVariance });
  const slope = slice.b * (1 + Math.abs(slice.rho));
  demand(slope <= rules.maxWingSlope, { rule: "wing", value: slope, limit: rules.maxWingSlope });
  if (years !== undefined) {
    const volatility = Math.sqrt(Math.max(0, sviVariance(slice, 0).w) / years);
    const limit = volatility < rules.minVolatility ? rules.minVolatility : rules.maxVolatility;
    const bounded = volatility >= rules.minVolatility && volatility <= rules.maxVolatility;
    demand(bounded, { rule: "volatility", value: volatility, limit });
  }
  for (const k of rules.grid) {
    const at = sviVariance(slice, k);
    const g = durrleman(k, at);
    demand(g >= 0, { rule: "butterfly", k, value: g, limit: 0 });
    if (earlier === undefined) continue;
    const floor = sviVariance(earlier, k).w;
    demand(at.w >= floor, { rule: "calendar", k, value: at.w, limit: floor });
  }
  for (const k of butterflyPoints(slice, rules)) {
    const g = durrleman(k, sviVariance(slice, k));
    demand(g >= 0, { rule: "butterfly", k, value: g, limit: 0 });
  }
  return violations;
}
