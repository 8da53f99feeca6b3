// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `ISignedSpot`. */
export const signedSpotAbi = [
  { inputs: [{ name: "number", type: "uint256" }], name: "AlreadySubmittedInBlock", type: "error" },
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
      { name: "price", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "PriceOutOfRange",
    type: "error",
  },
  { inputs: [], name: "SignedSpotSuspended", type: "error" },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "number", type: "uint256" },
      { indexed: false, name: "price", type: "uint256" },
    ],
    name: "SpotSigned",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [{ indexed: false, name: "suspended", type: "bool" }],
    name: "SuspensionChanged",
    type: "event",
  },
  {
    inputs: [],
    name: "confidenceFloor",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "observedAt", type: "uint256" },
    ],
    name: "digestOf",
    outputs: [{ name: "", type: "bytes32" }],
    stateMutability: "view",
    type: "function",
  },
  { inputs: [], name: "market", outputs: [{ name: "", type: "string" }], stateMutability: "view", type: "function" },
  { inputs: [], name: "maxAge", outputs: [{ name: "", type: "uint256" }], stateMutability: "view", type: "function" },
  {
    inputs: [],
    name: "numbers",
    outputs: [
      { name: "latest", type: "uint256" },
      { name: "previous", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "number", type: "uint256" }],
    name: "readAt",
    outputs: [
      {
        components: [
          { name: "price", type: "uint256" },
          { name: "confidence", type: "uint256" },
          { name: "updatedAt", type: "uint256" },
        ],
        name: "reading",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  { inputs: [], name: "resume", outputs: [], stateMutability: "nonpayable", type: "function" },
  {
    inputs: [
      {
        components: [
          { name: "price", type: "uint256" },
          { name: "observedAt", type: "uint256" },
          { name: "signatures", type: "bytes[]" },
        ],
        name: "signed",
        type: "tuple",
      },
    ],
    name: "submit",
    outputs: [{ name: "number", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  { inputs: [], name: "suspend", outputs: [], stateMutability: "nonpayable", type: "function" },
  { inputs: [], name: "suspended", outputs: [{ name: "", type: "bool" }], stateMutability: "view", type: "function" },
  {
    inputs: [
      {
        components: [
          { name: "price", type: "uint256" },
          { name: "observedAt", type: "uint256" },
          { name: "signatures", type: "bytes[]" },
        ],
        name: "signed",
        type: "tuple",
      },
    ],
    name: "trySubmit",
    outputs: [{ name: "latest", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
] as const;
