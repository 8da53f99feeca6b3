/** Contracts whose ABIs the SDK publishes whole: what users, keepers and integrators call. */
export const PUBLISHED = [
  "IExpiryPrice",
  "IOptionToken",
  "IOptionVault",
  "IPremiumOracle",
  "IPriceFeed",
  "IQuoter",
  "IRealisedVolatility",
  "IRedeemQueue",
  "ISignedSpot",
  "ISolvencyLens",
  "IVaultFactory",
  "IVaultRouter",
  "IVaultSwapRouter",
  "IVolatilitySurface",
] as const;

/** What the client calls, by name, or by signature where several functions share the name. */
export const CLIENT_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  IOptionVault: [
    "accounts",
    "assess",
    "balanceOf",
    "checkOrder",
    "decimals",
    "deposit(uint256,address,uint256,uint256)",
    "expiries",
    "guaranteedExit(uint256,address,address,uint256,uint256)",
    "isListed",
    "previewDeposit",
    "redeem(uint256,address,address,uint256,uint256)",
    "redeemOptions",
    "settledPrice",
    "state",
    "totalSupply",
  ],
  IOptionToken: ["balanceOf", "isOperator", "setOperator"],
  IQuoter: ["bestSale", "bestSplit", "chain", "offer", "quote"],
  IVaultRouter: ["execute", "executeWithPermits", "executeWithPrices"],
  IVaultSwapRouter: ["execute", "executeWithPermit2", "executeWithPrices", "executeWithPricesAndPermit2"],
  IRedeemQueue: [
    "claim",
    "currentEpoch",
    "fill",
    "minimumPriceOf",
    "renew",
    "requestRedeem(uint256,address,address,uint256)",
    "requestsOf",
    "standingOf",
  ],
  ISignedSpot: ["submit", "trySubmit"],
  IVolatilitySurface: ["submit"],
  IPremiumOracle: ["feed"],
  IPriceFeed: ["read"],
};

/** What keepers' actions call besides, which no trader's application is to carry. */
export const KEEPER_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  IAggregatorV3: ["getRoundData", "latestRoundData"],
  IExpiryPrice: ["averagingWindow", "cursorOf", "priceOf", "prove", "quoteAggregator", "underlyingAggregator"],
  IOptionVault: [
    "expiries",
    "expiryPrice",
    "lapse",
    "openExpiry",
    "relist",
    "seriesRules",
    "settle",
    "state",
    "strikesOf",
    "trip",
  ],
  IPremiumOracle: ["realisedVolatility"],
  IRealisedVolatility: ["lastObservation", "update"],
  IRedeemQueue: ["batchOf", "currentEpoch", "fill"],
};

/** Events that the client watches, contract by contract. */
export const WATCHED = [
  { contract: "IOptionVault", name: "vaultEventsAbi", doc: "What a vault emits." },
  { contract: "IRedeemQueue", name: "queueEventsAbi", doc: "What a redeem queue emits." },
  { contract: "IVolatilitySurface", name: "surfaceEventsAbi", doc: "What a surface emits." },
  { contract: "ISignedSpot", name: "signedSpotEventsAbi", doc: "What signed spot prices emit." },
] as const;
