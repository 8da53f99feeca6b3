export { assessBook } from "./assessBook.ts";
export { assessTotals } from "./assessTotals.ts";
export { bookTotals } from "./bookTotals.ts";
export { capitalDep } from "./capitalDep.ts";
export { capitalLow } from "./capitalLow.ts";
export { curveFor, curvesOf, curveVariance, type Curve, type Surface, type SurfaceSlice } from "./curve.ts";
export { decodeBook, unpackBook, type ListedSeries, type PackedBook } from "./decodeBook.ts";
export { decodeCapital, type RawCapital } from "./decodeCapital.ts";
export { durrleman } from "./durrleman.ts";
export { lockOf } from "./lockOf.ts";
export { OptionKind } from "./OptionKind.ts";
export { payoffEnvelope } from "./payoffEnvelope.ts";
export { priceOption, type OptionTerms, type OptionValue } from "./priceOption.ts";
export type { FeeParts, LegPrice } from "./priceLeg.ts";
export { MAX_ORDER_LEGS, quoteOrder, type OrderPrice } from "./quoteOrder.ts";
export { quoteTrade, type TradePrice } from "./quoteTrade.ts";
export { capacityPotential, riskCharge } from "./riskCharge.ts";
export { SIGNED_DEVIATIONS, spotConfidenceOf } from "./spotConfidence.ts";
export { spotDoubtOf } from "./spotDoubtOf.ts";
export { startRiskCapital, USUAL_SIZE } from "./startRiskCapital.ts";
export { stepRiskCapital } from "./stepRiskCapital.ts";
export { sviVariance, type Svi, type VarianceAt } from "./svi.ts";
export type {
  Assessment,
  Book,
  BookEntry,
  BookExpiry,
  Capital,
  Greeks,
  MarketState,
  RiskParams,
  RiskSums,
  SignedSpot,
  Trade,
  VaultBooks,
} from "./types.ts";
