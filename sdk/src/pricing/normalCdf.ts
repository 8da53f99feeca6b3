import { millsRatio } from "./millsRatio.ts";
import { normalPdf } from "./normalPdf.ts";

/** Beyond this Φ is zero or one in double precision. */
const SATURATED = 38.6;

/** Standard normal distribution function, to full relative precision in the lower tail. */
export function normalCdf(x: number): number {
  if (x < -SATURATED) return 0;
  if (x > SATURATED) return 1;
  return x < 0 ? millsRatio(-x) * normalPdf(x) : 1 - millsRatio(x) * normalPdf(x);
}
