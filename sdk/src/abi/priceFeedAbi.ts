// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `IPriceFeed`. */
export const priceFeedAbi = [
  { inputs: [{ name: "source", type: "address" }], name: "DuplicateSource", type: "error" },
  { inputs: [{ name: "since", type: "uint256" }], name: "SequencerDown", type: "error" },
  {
    inputs: [
      { name: "sequencerFeed", type: "address" },
      { name: "reason", type: "bytes" },
    ],
    name: "SequencerFeedFailed",
    type: "error",
  },
  {
    inputs: [
      { name: "since", type: "uint256" },
      { name: "until", type: "uint256" },
    ],
    name: "SequencerGracePeriod",
    type: "error",
  },
  {
    inputs: [
      { name: "source", type: "address" },
      { name: "reason", type: "bytes" },
    ],
    name: "SourceFailed",
    type: "error",
  },
  {
    inputs: [
      { name: "spread", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "SourcesDisagree",
    type: "error",
  },
  {
    inputs: [
      { name: "usable", type: "uint256" },
      { name: "quorum", type: "uint256" },
    ],
    name: "TooFewSources",
    type: "error",
  },
  {
    inputs: [
      { name: "price", type: "uint256" },
      { name: "confidence", type: "uint256" },
      { name: "updatedAt", type: "uint256" },
    ],
    name: "UnusableReading",
    type: "error",
  },
  {
    inputs: [],
    name: "freshUntil",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  { inputs: [], name: "maxAge", outputs: [{ name: "", type: "uint256" }], stateMutability: "view", type: "function" },
  {
    inputs: [],
    name: "read",
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
  {
    inputs: [{ name: "number", type: "uint256" }],
    name: "readAt",
    outputs: [
      {
        components: [
          { name: "price", type: "uint256" },
          { name: "confidence", type: "uint256" },
          { name: "updatedAt", type: "uint256" },
          { name: "number", type: "uint256" },
          { name: "age", type: "uint256" },
        ],
        name: "reading",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "signedSpot",
    outputs: [{ name: "", type: "address" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "sources",
    outputs: [{ name: "", type: "address[]" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "tryRead",
    outputs: [
      { name: "ok", type: "bool" },
      {
        components: [
          { name: "price", type: "uint256" },
          { name: "confidence", type: "uint256" },
          { name: "updatedAt", type: "uint256" },
        ],
        name: "reading",
        type: "tuple",
      },
      { name: "reason", type: "bytes" },
    ],
    stateMutability: "view",
    type: "function",
  },
] as const;
