export type { Eip1193Provider } from "../rpc/Eip1193Provider.ts";
export type { Connection } from "../rpc/Connection.ts";
export type { Block } from "../rpc/blockOf.ts";
export type { Log, Receipt } from "../rpc/Receipt.ts";
export { explained } from "../rpc/explained.ts";
export { revertDataOf } from "../rpc/revertDataOf.ts";
export {
  batchCall,
  readBatch,
  type BatchCall,
  type ReadBatchParameters,
  type ReadBatchResult,
} from "../rpc/readBatch.ts";
export { OptionKind } from "../pricing/OptionKind.ts";
export * from "../units/index.ts";

export type { Deployment, MarketInfo, TokenInfo, VaultInfo } from "./Deployment.ts";
export { connect, type Client, type ConnectParameters, type Market, type Vault } from "./connect.ts";
export { marketOf } from "./marketOf.ts";
export { vaultAt } from "./vaultAt.ts";
export { requireChain } from "./requireChain.ts";

export {
  optionChain,
  type ChainRow,
  type OptionChainParameters,
  type OptionChainResult,
  type Side,
} from "./optionChain.ts";
export { quote, type QuoteParameters, type QuoteResult } from "./quote.ts";
export type { ChainGreeks, QuoteParts } from "./QuoteParts.ts";
export { offer, type OfferParameters, type OfferResult } from "./offer.ts";
export { bestSplit, type BestSplitParameters, type BestSplitResult } from "./bestSplit.ts";
export { bestSale, type BestSaleParameters, type BestSaleResult } from "./bestSale.ts";
export type { Split } from "./toSplit.ts";

export { planOrder, type OrderLeg, type PlanOrderParameters, type PlanOrderResult } from "./planOrder.ts";
export type { BoundOrder } from "./boundOrder.ts";
export { joinOrders } from "./joinOrders.ts";
export type { TotalLimit } from "./TotalLimit.ts";
export { vaultOrders, type VaultOrder, type VaultPremium } from "./vaultOrders.ts";
export {
  rehearseOrder,
  type BroughtPrice,
  type RehearseOrderParameters,
  type RehearseOrderResult,
} from "./rehearseOrder.ts";
export { executeOrder, type ExecuteOrderParameters, type ExecuteOrderResult } from "./executeOrder.ts";

export { encodePath, type PoolStep } from "./encodePath.ts";
export { quoteSwap, type QuoteSwapParameters, type QuoteSwapResult } from "./quoteSwap.ts";
export { salesFirst } from "./salesFirst.ts";
export { planSettlement, type PlanSettlementParameters, type PlanSettlementResult } from "./planSettlement.ts";
export {
  rehearseSwapOrder,
  type RehearseSwapOrderParameters,
  type RehearseSwapOrderResult,
} from "./rehearseSwapOrder.ts";
export { executeSwapOrder, type ExecuteSwapOrderParameters, type ExecuteSwapOrderResult } from "./executeSwapOrder.ts";

export { ensureAllowance, type EnsureAllowanceParameters, type EnsureAllowanceResult } from "./ensureAllowance.ts";
export { lacksAllowance } from "./lacksAllowance.ts";
export { tokenInfo, type TokenInfoParameters, type TokenInfoResult } from "./tokenInfo.ts";
export { allowSales, type AllowSalesParameters, type AllowSalesResult } from "./allowSales.ts";
export { permitDomain, type PermitDomainParameters, type PermitDomainResult } from "./permitDomain.ts";
export { signPermit, type Permit, type SignPermitParameters, type SignPermitResult } from "./signPermit.ts";
export { signPermit2, type SignPermit2Parameters, type SignPermit2Result } from "./signPermit2.ts";

export { deposit, type DepositParameters, type DepositResult } from "./deposit.ts";
export { withdraw, type WithdrawParameters, type WithdrawResult } from "./withdraw.ts";
export { guaranteedExit, type GuaranteedExitParameters, type GuaranteedExitResult } from "./guaranteedExit.ts";
export { requestRedeem, type RequestRedeemParameters, type RequestRedeemResult } from "./requestRedeem.ts";
export {
  redeemRequests,
  type RedeemRequest,
  type RedeemRequestsParameters,
  type RedeemRequestsResult,
} from "./redeemRequests.ts";
export { fillRedeem, type FillRedeemParameters, type FillRedeemResult } from "./fillRedeem.ts";
export { claimRedeem, type ClaimRedeemParameters, type ClaimRedeemResult } from "./claimRedeem.ts";
export { renewRedeem, type RenewRedeemParameters, type RenewRedeemResult } from "./renewRedeem.ts";
export { redeemOptions, type RedeemOptionsParameters, type RedeemOptionsResult } from "./redeemOptions.ts";

export {
  positions,
  type OptionPosition,
  type PositionsParameters,
  type PositionsResult,
  type RequestPosition,
  type SharePosition,
} from "./positions.ts";
export {
  VAULT_STATES,
  vaultView,
  type VaultAssessment,
  type VaultState,
  type VaultViewParameters,
  type VaultViewResult,
} from "./vaultView.ts";
export {
  watch,
  type WatchedContract,
  type WatchedEvent,
  type WatchedEventName,
  type WatchParameters,
  type WatchResult,
} from "./watch.ts";

export { atSpot, type AtSpotParameters, type AtSpotResult } from "./atSpot.ts";
export { fetchSpot, type FetchSpotParameters, type FetchSpotResult, type SpotFetcher } from "./fetchSpot.ts";
export { submitSpot, type SubmitSpotParameters, type SubmitSpotResult } from "./submitSpot.ts";
export { submitReport, type SubmitReportParameters, type SubmitReportResult } from "./submitReport.ts";
