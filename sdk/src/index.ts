export { SdkError, type Explanation } from "./errors/SdkError.ts";
export { CalibrationError } from "./errors/CalibrationError.ts";
export { ChainFileError, type ChainFilePlace } from "./errors/ChainFileError.ts";
export { DomainError } from "./errors/DomainError.ts";
export { NoVolatilityError } from "./errors/NoVolatilityError.ts";
export { OrderError } from "./errors/OrderError.ts";
export { PermitError } from "./errors/PermitError.ts";
export { ReportError } from "./errors/ReportError.ts";
export { SimulationError } from "./errors/SimulationError.ts";
export { WrongChainError } from "./errors/WrongChainError.ts";
export { SpotError } from "./errors/SpotError.ts";

export { EXPIRY_SECOND, SECONDS_PER_DAY, SECONDS_PER_YEAR, WAD } from "./units/constants.ts";
export type { Decimal } from "./units/Decimal.ts";
export { formatWad } from "./units/formatWad.ts";
export { fromTokenUnits } from "./units/fromTokenUnits.ts";
export { fromWad } from "./units/fromWad.ts";
export { parseSeriesId, toSeriesId } from "./units/seriesId.ts";
export { toFixedPoint } from "./units/toFixedPoint.ts";
export { toWad } from "./units/toWad.ts";

export { assessBook } from "./pricing/assessBook.ts";
export {
  blackScholes,
  type BlackScholesGreeks,
  type BlackScholesInput,
  type BlackScholesResult,
} from "./pricing/blackScholes.ts";
export { capitalDep } from "./pricing/capitalDep.ts";
export { capitalLow } from "./pricing/capitalLow.ts";
export { curveFor, curvesOf, curveVariance, type Curve, type Surface, type SurfaceSlice } from "./pricing/curve.ts";
export { decodeBook, unpackBook, type ListedSeries, type PackedBook } from "./pricing/decodeBook.ts";
export { decodeCapital, type RawCapital } from "./pricing/decodeCapital.ts";
export { durrleman } from "./pricing/durrleman.ts";
export { impliedVolatility, type ImpliedVolatilityInput } from "./pricing/impliedVolatility.ts";
export { normalCdf } from "./pricing/normalCdf.ts";
export { normalisedBlack } from "./pricing/normalisedBlack.ts";
export { normalPdf } from "./pricing/normalPdf.ts";
export { OptionKind } from "./pricing/OptionKind.ts";
export { payoffEnvelope } from "./pricing/payoffEnvelope.ts";
export { priceOption, type OptionTerms, type OptionValue } from "./pricing/priceOption.ts";
export type { FeeParts, LegPrice } from "./pricing/priceLeg.ts";
export { MAX_ORDER_LEGS, quoteOrder, type OrderPrice } from "./pricing/quoteOrder.ts";
export { quoteTrade, type TradePrice } from "./pricing/quoteTrade.ts";
export { capacityPotential, riskCharge } from "./pricing/riskCharge.ts";
export { SIGNED_DEVIATIONS, spotConfidenceOf } from "./pricing/spotConfidence.ts";
export { startRiskCapital, USUAL_SIZE } from "./pricing/startRiskCapital.ts";
export { stepRiskCapital } from "./pricing/stepRiskCapital.ts";
export { sviVariance, type Svi, type VarianceAt } from "./pricing/svi.ts";
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
} from "./pricing/types.ts";

export { agreeOnReport, type Agreement, type AgreementOptions, type Reporter } from "./surface/agreeOnReport.ts";
export { buildReport, type ReportOptions } from "./surface/buildReport.ts";
export { calibrateSurface, MIN_QUOTES, type Calibration, type FitStatistics } from "./surface/calibrateSurface.ts";
export { CHAIN_ALIASES, type ChainField } from "./surface/chainColumns.ts";
export type { ChainFile } from "./surface/ChainFile.ts";
export { checkSlice, type Violation } from "./surface/checkSlice.ts";
export { decodeReport } from "./surface/decodeReport.ts";
export { fitSlice, type FitInput, type FitPoint } from "./surface/fitSlice.ts";
export { insideBidAsk, type FitQuestion } from "./surface/insideBidAsk.ts";
export { minimumVariance } from "./surface/minimumVariance.ts";
export type { ExpiryQuotes, OptionChain, OptionQuote } from "./surface/OptionChain.ts";
export { observations, type Observation } from "./surface/observations.ts";
export { orderSignatures } from "./surface/orderSignatures.ts";
export { packSvi, unpackSvi } from "./surface/packSvi.ts";
export { readOptionChain, type ReadOptions } from "./surface/readOptionChain.ts";
export { repairSlice } from "./surface/repairSlice.ts";
export type { Report } from "./surface/Report.ts";
export { REPORT_TYPES, reportDigest, reportDomain, type SurfaceDomain } from "./surface/reportTypedData.ts";
export { signReport, type ReportSignature } from "./surface/signReport.ts";
export { SURFACE_RULES, type SurfaceRules } from "./surface/SurfaceRules.ts";
export { verifyReport, type VerifyOptions } from "./surface/verifyReport.ts";

export { agreeOnSpot, type SpotAgreementOptions, type SpotReporter } from "./spot/agreeOnSpot.ts";
export type { SignedPrice, SpotPrice } from "./spot/SignedPrice.ts";
export { signSpot } from "./spot/signSpot.ts";
export { SPOT_TYPES, spotDigest, spotDomain, type SpotScope } from "./spot/spotTypedData.ts";

export { breakEvens } from "./strategy/breakEvens.ts";
export { ladder } from "./strategy/ladder.ts";
export { maxProfitLoss } from "./strategy/maxProfitLoss.ts";
export { opposite } from "./strategy/opposite.ts";
export { payoff, type Payoff } from "./strategy/payoff.ts";
export { profileOf, type Profile } from "./strategy/profileOf.ts";
export { straddle } from "./strategy/straddle.ts";
export { strangle } from "./strategy/strangle.ts";
export type { StrategyCost, StrategyLeg, Widened } from "./strategy/StrategyLeg.ts";
export { vertical } from "./strategy/vertical.ts";

export { marketAt } from "./simulation/marketAt.ts";
export {
  BITCOIN_LIKE,
  ETHER_LIKE,
  type MarketEvent,
  type MarketModel,
  type MarketPoint,
} from "./simulation/MarketModel.ts";
export { modelAt } from "./simulation/modelAt.ts";
export { quoteChain, type ChainOptions } from "./simulation/quoteChain.ts";
export { RandomSource } from "./simulation/RandomSource.ts";
export { SeededSurface, type SurfaceSeed } from "./simulation/SeededSurface.ts";
export { simulateMarket, type Scenario } from "./simulation/simulateMarket.ts";
export { toAnswer } from "./simulation/toAnswer.ts";
export { trueSurface } from "./simulation/trueSurface.ts";

export { ContractError } from "./errors/ContractError.ts";
export { allowSales } from "./client/allowSales.ts";
export { bestSale, type SaleRequest } from "./client/bestSale.ts";
export { bestSplit, type SplitRequest } from "./client/bestSplit.ts";
export { claimRedeem, type ClaimRequest } from "./client/claimRedeem.ts";
export { connect, type Client, type ConnectOptions, type Vault } from "./client/connect.ts";
export { deposit, type DepositRequest } from "./client/deposit.ts";
export type { Deployment, MarketInfo, TokenInfo, VaultInfo } from "./client/Deployment.ts";
export { encodePath, type PoolStep } from "./client/encodePath.ts";
export { ensureAllowance } from "./client/ensureAllowance.ts";
export { executeOrder, type OrderResult } from "./client/executeOrder.ts";
export { executeSwapOrder, type SwapOrderResult } from "./client/executeSwapOrder.ts";
export { rehearseOrder, type OrderRequest, type BroughtPrice } from "./client/rehearseOrder.ts";
export { rehearseSwapOrder, type SwapOrderOutcome, type SwapOrderRequest } from "./client/rehearseSwapOrder.ts";
export { explained } from "./client/explained.ts";
export { explainError } from "./client/explainError.ts";
export { fetchSpot, type SpotFetcher } from "./client/fetchSpot.ts";
export { fillRedeem } from "./client/fillRedeem.ts";
export { guaranteedExit } from "./client/guaranteedExit.ts";
export { optionChain, type ChainRequest, type ChainRow, type Side } from "./client/optionChain.ts";
export { permitDomain } from "./client/permitDomain.ts";
export { planOrder, type OrderLeg, type OrderPlan, type PlanOptions } from "./client/planOrder.ts";
export type { BoundOrder } from "./client/boundOrder.ts";
export { joinOrders } from "./client/joinOrders.ts";
export { offer, type Offer } from "./client/offer.ts";
export { planSettlement, type Settlement, type SettlementRequest } from "./client/planSettlement.ts";
export { quote, type Quote, type QuoteRequest } from "./client/quote.ts";
export { quoteSwap, type SwapRequest } from "./client/quoteSwap.ts";
export { redeemOptions } from "./client/redeemOptions.ts";
export { redeemRequests, type RedeemRequest } from "./client/redeemRequests.ts";
export { renewRedeem, type RenewalRequest } from "./client/renewRedeem.ts";
export { requestRedeem, type ExitRequest } from "./client/requestRedeem.ts";
export { revertDataOf } from "./client/revertDataOf.ts";
export { salesFirst } from "./client/salesFirst.ts";
export { signPermit, type Permit, type PermitRequest } from "./client/signPermit.ts";
export { signPermit2, type TransferPermit, type TransferPermitRequest } from "./client/signPermit2.ts";
export { signedSpotOf } from "./client/signedSpotOf.ts";
export { submitReport } from "./client/submitReport.ts";
export { requireChain } from "./client/requireChain.ts";
export { submitSpot } from "./client/submitSpot.ts";
export type { TotalLimit } from "./client/TotalLimit.ts";
export { toContractError } from "./client/toContractError.ts";
export type { Split } from "./client/toSplit.ts";
export { vaultAt } from "./client/vaultAt.ts";
export { vaultOrders, type VaultOrder, type VaultPremium } from "./client/vaultOrders.ts";
export { withdraw, type WithdrawRequest } from "./client/withdraw.ts";
