import { checkSlice, SURFACE_RULES, type Svi } from "../../sdk/src/index.ts";
import { trueSurface } from "@bulkhead/simulation";

export const NOW = 1_767_340_800;
export const DAY = 86_400;
export const YEAR = 365 * DAY;
export const rules = SURFACE_RULES;

export const point = { time: NOW, spot: 2_000, variance: 0.65 ** 2 };
export const expiries = [1, 2, 7, 14, 28, 56].map((days) => NOW + days * DAY);
export const truth = trueSurface(point, { expiries });

/** Names of the rules that a slice breaks. */
export const rulesBroken = (slice: Svi, earlier?: Svi): string[] =>
  checkSlice(slice, { rules, earlier }).map(({ rule }) => rule);
