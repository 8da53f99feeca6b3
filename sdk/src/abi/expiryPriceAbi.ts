// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `IExpiryPrice`. */
export const expiryPriceAbi = [
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "reason", type: "bytes" },
    ],
    name: "AggregatorFailed",
    type: "error",
  },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "price", type: "uint256" },
    ],
    name: "AlreadyFixed",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "answer", type: "int256" },
    ],
    name: "AnswerUnusable",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "expected", type: "uint256" },
      { name: "actual", type: "uint256" },
    ],
    name: "DecimalsChanged",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "ExpiryOutOfRange", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "price", type: "uint256" },
    ],
    name: "ExpiryPriceOutOfRange",
    type: "error",
  },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "lowest", type: "uint256" },
      { name: "highest", type: "uint256" },
    ],
    name: "FallbackOutOfBand",
    type: "error",
  },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "earliest", type: "uint256" },
      { name: "timestamp", type: "uint256" },
    ],
    name: "FallbackTooEarly",
    type: "error",
  },
  { inputs: [{ name: "expiry", type: "uint256" }], name: "NoFallback", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "timestamp", type: "uint256" },
    ],
    name: "NotExpired",
    type: "error",
  },
  {
    inputs: [
      { name: "roundId", type: "uint80" },
      { name: "since", type: "uint256" },
      { name: "until", type: "uint256" },
      { name: "windowStart", type: "uint256" },
    ],
    name: "NotTheStartRound",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "phase", type: "uint16" },
      { name: "windowStart", type: "uint256" },
      { name: "firstSeen", type: "uint256" },
      { name: "lastSeen", type: "uint256" },
    ],
    name: "PhaseNotProven",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "gap", type: "uint256" },
      { name: "maxGap", type: "uint256" },
    ],
    name: "RoundGap",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "answeredInRound", type: "uint80" },
    ],
    name: "RoundIncomplete",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
    ],
    name: "RoundMissing",
    type: "error",
  },
  {
    inputs: [
      { name: "aggregator", type: "address" },
      { name: "roundId", type: "uint80" },
      { name: "updatedAt", type: "uint256" },
      { name: "previous", type: "uint256" },
    ],
    name: "RoundsOutOfOrder",
    type: "error",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "expiry", type: "uint256" },
      { indexed: false, name: "price", type: "uint256" },
      { indexed: false, name: "fallbackUsed", type: "bool" },
    ],
    name: "ExpiryPriceFixed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "expiry", type: "uint256" },
      { indexed: false, name: "roundId", type: "uint80" },
      { indexed: false, name: "quoteRoundId", type: "uint80" },
      { indexed: false, name: "provenUntil", type: "uint256" },
    ],
    name: "ExpiryProofAdvanced",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "expiry", type: "uint256" },
      { indexed: false, name: "price", type: "uint256" },
    ],
    name: "FallbackCancelled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "expiry", type: "uint256" },
      { indexed: false, name: "price", type: "uint256" },
      { indexed: false, name: "executableAt", type: "uint256" },
    ],
    name: "FallbackProposed",
    type: "event",
  },
  {
    inputs: [],
    name: "averagingWindow",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "cancelFallback",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  { inputs: [], name: "checkpoint", outputs: [], stateMutability: "nonpayable", type: "function" },
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
    name: "executeFallback",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "fallbackOf",
    outputs: [
      { name: "price", type: "uint256" },
      { name: "executableAt", type: "uint256" },
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
      { name: "price", type: "uint256" },
    ],
    name: "proposeFallback",
    outputs: [],
    stateMutability: "nonpayable",
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
