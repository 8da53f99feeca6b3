// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `IVolatilitySurface`. */
export const volatilitySurfaceAbi = [
  { inputs: [{ name: "blockNumber", type: "uint256" }], name: "AlreadyReportedInBlock", type: "error" },
  {
    inputs: [
      { name: "expiry", type: "uint256" },
      { name: "time", type: "uint256" },
    ],
    name: "ExpiryOutOfRange",
    type: "error",
  },
  {
    inputs: [
      { name: "observedAt", type: "uint256" },
      { name: "time", type: "uint256" },
    ],
    name: "ObservedInFuture",
    type: "error",
  },
  {
    inputs: [
      { name: "observedAt", type: "uint256" },
      { name: "latest", type: "uint256" },
    ],
    name: "ObservedOutOfOrder",
    type: "error",
  },
  {
    inputs: [
      { name: "observedAt", type: "uint256" },
      { name: "oldest", type: "uint256" },
    ],
    name: "ObservedTooLongAgo",
    type: "error",
  },
  {
    inputs: [
      { name: "round", type: "uint256" },
      { name: "latest", type: "uint256" },
    ],
    name: "RoundOutOfOrder",
    type: "error",
  },
  { inputs: [], name: "SurfaceAbsent", type: "error" },
  {
    anonymous: false,
    inputs: [{ indexed: true, name: "round", type: "uint64" }],
    name: "PendingCleared",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "round", type: "uint64" },
      { indexed: false, name: "distance", type: "uint256" },
      { indexed: false, name: "allowance", type: "uint256" },
    ],
    name: "SurfacePending",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "round", type: "uint64" },
      { indexed: false, name: "observedAt", type: "uint64" },
      { indexed: false, name: "confidence", type: "uint256" },
      { indexed: false, name: "expiries", type: "uint256[]" },
      { indexed: false, name: "slices", type: "uint256[]" },
    ],
    name: "SurfaceReported",
    type: "event",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "curveOf",
    outputs: [
      {
        components: [
          { name: "near", type: "uint256" },
          { name: "nearWeight", type: "uint256" },
          { name: "far", type: "uint256" },
          { name: "farWeight", type: "uint256" },
        ],
        name: "curve",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "packedExpiries", type: "uint256" }],
    name: "curvesFor",
    outputs: [
      {
        components: [
          { name: "near", type: "uint256" },
          { name: "nearWeight", type: "uint256" },
          { name: "far", type: "uint256" },
          { name: "farWeight", type: "uint256" },
        ],
        name: "curves",
        type: "tuple[]",
      },
      { name: "confidence", type: "uint256" },
      { name: "status", type: "uint8" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          { name: "round", type: "uint64" },
          { name: "observedAt", type: "uint64" },
          { name: "confidence", type: "uint128" },
          { name: "expiries", type: "uint256[]" },
          { name: "slices", type: "uint256[]" },
        ],
        name: "report",
        type: "tuple",
      },
    ],
    name: "digestOf",
    outputs: [{ name: "", type: "bytes32" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          { name: "round", type: "uint64" },
          { name: "observedAt", type: "uint64" },
          { name: "confidence", type: "uint128" },
          { name: "expiries", type: "uint256[]" },
          { name: "slices", type: "uint256[]" },
        ],
        name: "report",
        type: "tuple",
      },
    ],
    name: "preview",
    outputs: [
      { name: "admissible", type: "bool" },
      { name: "step", type: "uint256" },
      { name: "drift", type: "uint256" },
      { name: "allowance", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "rounds",
    outputs: [
      { name: "latest", type: "uint64" },
      { name: "pending", type: "uint64" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "status",
    outputs: [
      { name: "status", type: "uint8" },
      { name: "confidence", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          { name: "round", type: "uint64" },
          { name: "observedAt", type: "uint64" },
          { name: "confidence", type: "uint128" },
          { name: "expiries", type: "uint256[]" },
          { name: "slices", type: "uint256[]" },
        ],
        name: "report",
        type: "tuple",
      },
      { name: "signatures", type: "bytes[]" },
    ],
    name: "submit",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "surface",
    outputs: [
      { name: "observedAt", type: "uint256" },
      { name: "expiries", type: "uint256[]" },
      { name: "slices", type: "uint256[]" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "k", type: "int256" },
      { name: "expiry", type: "uint256" },
    ],
    name: "volatility",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
] as const;
