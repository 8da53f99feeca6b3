// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** What keepers' actions call of `IAggregatorV3`. */
export const aggregatorV3Abi = [
  {
    inputs: [{ name: "roundId", type: "uint80" }],
    name: "getRoundData",
    outputs: [
      { name: "id", type: "uint80" },
      { name: "answer", type: "int256" },
      { name: "startedAt", type: "uint256" },
      { name: "updatedAt", type: "uint256" },
      { name: "answeredInRound", type: "uint80" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "latestRoundData",
    outputs: [
      { name: "id", type: "uint80" },
      { name: "answer", type: "int256" },
      { name: "startedAt", type: "uint256" },
      { name: "updatedAt", type: "uint256" },
      { name: "answeredInRound", type: "uint80" },
    ],
    stateMutability: "view",
    type: "function",
  },
] as const;

/** What keepers' actions call of `IExpiryPrice`. */
export const expiryPriceAbi = [
  {
    inputs: [],
    name: "averagingWindow",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "cursorOf",
    outputs: [
      { name: "roundId", type: "uint80" },
      { name: "quoteRoundId", type: "uint80" },
      { name: "provenUntil", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "priceOf",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "roundId", type: "uint80" },
      { name: "quoteRoundId", type: "uint80" },
      { name: "maxRounds", type: "uint256" },
    ],
    name: "prove",
    outputs: [{ name: "price", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "quoteAggregator",
    outputs: [{ name: "", type: "address" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "underlyingAggregator",
    outputs: [{ name: "", type: "address" }],
    stateMutability: "view",
    type: "function",
  },
] as const;

/** What keepers' actions call of `IOptionVault`. */
export const optionVaultAbi = [
  {
    inputs: [],
    name: "expiries",
    outputs: [{ name: "", type: "uint256[]" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "expiryPrice",
    outputs: [{ name: "", type: "address" }],
    stateMutability: "view",
    type: "function",
  },
  { inputs: [], name: "lapse", outputs: [], stateMutability: "nonpayable", type: "function" },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "openExpiry",
    outputs: [{ name: "strikes", type: "uint256[]" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "relist",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "seriesRules",
    outputs: [
      {
        components: [
          { name: "tickSize", type: "uint256" },
          { name: "lotSize", type: "uint256" },
          { name: "minOrder", type: "uint256" },
          { name: "dailies", type: "uint8" },
          { name: "weeklies", type: "uint8" },
          { name: "monthlies", type: "uint8" },
          { name: "strikesPerExpiry", type: "uint8" },
          { name: "ladderStep", type: "uint256" },
          { name: "minDelta", type: "uint256" },
          { name: "maxDelta", type: "uint256" },
          { name: "minTenor", type: "uint256" },
          { name: "maxTenor", type: "uint256" },
        ],
        name: "",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "settle",
    outputs: [{ name: "owed", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  { inputs: [], name: "state", outputs: [{ name: "", type: "uint8" }], stateMutability: "view", type: "function" },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "strikesOf",
    outputs: [
      { name: "strikes", type: "uint256[]" },
      { name: "nets", type: "int256[]" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "state", type: "uint8" }],
    name: "trip",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
] as const;

/** What keepers' actions call of `IPremiumOracle`. */
export const premiumOracleAbi = [
  {
    inputs: [],
    name: "realisedVolatility",
    outputs: [{ name: "", type: "address" }],
    stateMutability: "view",
    type: "function",
  },
] as const;

/** What keepers' actions call of `IRealisedVolatility`. */
export const realisedVolatilityAbi = [
  {
    inputs: [],
    name: "lastObservation",
    outputs: [
      { name: "price", type: "uint256" },
      { name: "observedAt", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  { inputs: [], name: "update", outputs: [], stateMutability: "nonpayable", type: "function" },
] as const;

/** What keepers' actions call of `IRedeemQueue`. */
export const redeemQueueAbi = [
  {
    inputs: [{ name: "epoch", type: "uint256" }],
    name: "batchOf",
    outputs: [
      {
        components: [
          { name: "requested", type: "uint256" },
          { name: "filled", type: "uint256" },
          { name: "assets", type: "uint256" },
          { name: "highestLevel", type: "uint256" },
          { name: "excludedFrom", type: "uint256" },
          { name: "filledAt", type: "uint256" },
          { name: "closed", type: "bool" },
        ],
        name: "",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "currentEpoch",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "epoch", type: "uint256" }],
    name: "fill",
    outputs: [
      { name: "shares", type: "uint256" },
      { name: "assets", type: "uint256" },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
] as const;
