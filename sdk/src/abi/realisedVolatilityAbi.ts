// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `IRealisedVolatility`. */
export const realisedVolatilityAbi = [
  {
    anonymous: false,
    inputs: [
      { indexed: false, name: "price", type: "uint256" },
      { indexed: false, name: "variance", type: "uint256" },
      { indexed: false, name: "volatility", type: "uint256" },
    ],
    name: "VolatilityUpdated",
    type: "event",
  },
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
  {
    inputs: [],
    name: "volatility",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
] as const;
