export {
  blackScholes,
  type BlackScholesGreeks,
  type BlackScholesInput,
  type BlackScholesResult,
} from "./blackScholes.ts";
export { BlackScholesTable, type BlackScholesColumns } from "./BlackScholesTable.ts";
export { curveFor, curvesOf, curveVariance, type Curve, type Surface, type SurfaceSlice } from "./curve.ts";
export { durrleman } from "./durrleman.ts";
export { impliedVolatility, type ImpliedVolatilityInput } from "./impliedVolatility.ts";
export { normalCdf } from "./normalCdf.ts";
export { normalisedBlack } from "./normalisedBlack.ts";
export { normalPdf } from "./normalPdf.ts";
export { OptionKind } from "./OptionKind.ts";
export { priceOption, type OptionTerms, type OptionValue } from "./priceOption.ts";
export { SIGNED_DEVIATIONS, spotConfidenceOf } from "./spotConfidence.ts";
export { spotDoubtOf } from "./spotDoubtOf.ts";
export { sviVariance, type Svi, type VarianceAt } from "./svi.ts";
export type { Greeks, MarketState, SignedSpot } from "./types.ts";
