// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `IVaultRouter`. */
export const vaultRouterAbi = [
  { inputs: [{ name: "receiver", type: "address" }], name: "BadReceiver", type: "error" },
  {
    inputs: [
      { name: "deadline", type: "uint256" },
      { name: "now_", type: "uint256" },
    ],
    name: "DeadlinePassed",
    type: "error",
  },
  {
    inputs: [
      { name: "leg", type: "uint256" },
      { name: "amount", type: "uint256" },
      { name: "limit", type: "uint256" },
    ],
    name: "LegLimitMissed",
    type: "error",
  },
  { inputs: [], name: "NoLegs", type: "error" },
  { inputs: [{ name: "caller", type: "address" }], name: "NotPaying", type: "error" },
  { inputs: [{ name: "token", type: "address" }], name: "TokenNotTraded", type: "error" },
  {
    inputs: [
      { name: "legs", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyLegs",
    type: "error",
  },
  {
    inputs: [
      { name: "vault", type: "address" },
      { name: "legs", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyLegsForVault",
    type: "error",
  },
  {
    inputs: [
      { name: "permits", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyPermits",
    type: "error",
  },
  {
    inputs: [
      { name: "prices", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyPrices",
    type: "error",
  },
  {
    inputs: [
      { name: "totals", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyTotals",
    type: "error",
  },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "netPaid", type: "int256" },
      { name: "limit", type: "int256" },
    ],
    name: "TotalLimitMissed",
    type: "error",
  },
  { inputs: [{ name: "vault", type: "address" }], name: "UnknownVault", type: "error" },
  { inputs: [{ name: "vault", type: "address" }], name: "VaultNotTraded", type: "error" },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "trader", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: false, name: "legs", type: "uint256" },
    ],
    name: "OrderExecuted",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "trader", type: "address" },
      { indexed: true, name: "vault", type: "address" },
      { indexed: false, name: "premium", type: "int256" },
    ],
    name: "VaultTraded",
    type: "event",
  },
  {
    inputs: [
      {
        components: [
          { name: "vault", type: "address" },
          { name: "id", type: "uint256" },
          { name: "quantity", type: "int256" },
          { name: "limit", type: "uint256" },
        ],
        name: "legs",
        type: "tuple[]",
      },
      {
        components: [
          { name: "token", type: "address" },
          { name: "maxNetPaid", type: "int256" },
        ],
        name: "totals",
        type: "tuple[]",
      },
      { name: "receiver", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
    name: "execute",
    outputs: [{ name: "premiums", type: "int256[]" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          { name: "token", type: "address" },
          { name: "value", type: "uint256" },
          { name: "deadline", type: "uint256" },
          { name: "v", type: "uint8" },
          { name: "r", type: "bytes32" },
          { name: "s", type: "bytes32" },
        ],
        name: "permits",
        type: "tuple[]",
      },
      {
        components: [
          { name: "vault", type: "address" },
          { name: "id", type: "uint256" },
          { name: "quantity", type: "int256" },
          { name: "limit", type: "uint256" },
        ],
        name: "legs",
        type: "tuple[]",
      },
      {
        components: [
          { name: "token", type: "address" },
          { name: "maxNetPaid", type: "int256" },
        ],
        name: "totals",
        type: "tuple[]",
      },
      { name: "receiver", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
    name: "executeWithPermits",
    outputs: [{ name: "premiums", type: "int256[]" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          { name: "vault", type: "address" },
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
        name: "prices",
        type: "tuple[]",
      },
      {
        components: [
          { name: "token", type: "address" },
          { name: "value", type: "uint256" },
          { name: "deadline", type: "uint256" },
          { name: "v", type: "uint8" },
          { name: "r", type: "bytes32" },
          { name: "s", type: "bytes32" },
        ],
        name: "permits",
        type: "tuple[]",
      },
      {
        components: [
          { name: "vault", type: "address" },
          { name: "id", type: "uint256" },
          { name: "quantity", type: "int256" },
          { name: "limit", type: "uint256" },
        ],
        name: "legs",
        type: "tuple[]",
      },
      {
        components: [
          { name: "token", type: "address" },
          { name: "maxNetPaid", type: "int256" },
        ],
        name: "totals",
        type: "tuple[]",
      },
      { name: "receiver", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
    name: "executeWithPrices",
    outputs: [{ name: "premiums", type: "int256[]" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  { inputs: [], name: "factory", outputs: [{ name: "", type: "address" }], stateMutability: "view", type: "function" },
] as const;
