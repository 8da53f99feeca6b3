export { agreeOnReport, type Agreement, type AgreementOptions, type Reporter } from "./agreeOnReport.ts";
export { buildReport, type ReportOptions } from "./buildReport.ts";
export { calibrateSurface, MIN_QUOTES, type Calibration, type FitStatistics } from "./calibrateSurface.ts";
export { CHAIN_ALIASES, type ChainField } from "./chainColumns.ts";
export type { ChainFile } from "./ChainFile.ts";
export { checkSlice, type Violation } from "./checkSlice.ts";
export { decodeReport } from "./decodeReport.ts";
export { fitSlice, type FitInput } from "./fitSlice.ts";
export { fitSurface, type SurfaceInput } from "./fitSurface.ts";
export type { FitPoint } from "./freeSlice.ts";
export { insideBidAsk, type FitQuestion } from "./insideBidAsk.ts";
export { minimumVariance } from "./minimumVariance.ts";
export type { ExpiryQuotes, OptionChain, OptionQuote } from "./OptionChain.ts";
export {
  describeDropped,
  observations,
  observeExpiry,
  type DroppedQuote,
  type DropReason,
  type Observation,
} from "./observations.ts";
export { orderSignatures } from "./orderSignatures.ts";
export { packSvi, unpackSvi } from "./packSvi.ts";
export { parseExpiry } from "./parseInstrument.ts";
export { readOptionChain, type ReadOptions } from "./readOptionChain.ts";
export { repairSlice } from "./repairSlice.ts";
export type { Report } from "./Report.ts";
export { REPORT_TYPES, reportDigest, reportDomain, type SurfaceDomain } from "./reportTypedData.ts";
export { signReport, type ReportSignature } from "./signReport.ts";
export { SURFACE_RULES, type SurfaceRules } from "./SurfaceRules.ts";
export { verifyReport, type VerifyOptions } from "./verifyReport.ts";
export type { TypedDataSigner } from "../rpc/TypedDataSigner.ts";
export type { TypedDataDomain, TypedDataField } from "../rpc/signTypedData.ts";

export { agreeOnSpot, type SpotAgreementOptions, type SpotReporter } from "../spot/agreeOnSpot.ts";
export type { SignedPrice, SpotPrice } from "../spot/SignedPrice.ts";
export { signSpot } from "../spot/signSpot.ts";
export { SPOT_TYPES, spotDigest, spotDomain, type SpotScope } from "../spot/spotTypedData.ts";
