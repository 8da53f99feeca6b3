// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `IVaultSwapRouter`. */
export const vaultSwapRouterAbi = [
  {
    inputs: [
      { name: "path", type: "uint256" },
      { name: "length", type: "uint256" },
    ],
    name: "BadPathLength",
    type: "error",
  },
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
      { name: "token", type: "address" },
      { name: "available", type: "uint256" },
      { name: "needed", type: "uint256" },
    ],
    name: "FundsExhausted",
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
  { inputs: [{ name: "collateral", type: "address" }], name: "NoPath", type: "error" },
  { inputs: [{ name: "token", type: "address" }], name: "NotAToken", type: "error" },
  {
    inputs: [
      { name: "token", type: "address" },
      { name: "arrived", type: "uint256" },
      { name: "expected", type: "uint256" },
    ],
    name: "NotArrived",
    type: "error",
  },
  { inputs: [{ name: "caller", type: "address" }], name: "NotPaying", type: "error" },
  {
    inputs: [
      { name: "path", type: "uint256" },
      { name: "end", type: "address" },
    ],
    name: "PathEndsElsewhere",
    type: "error",
  },
  {
    inputs: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "amount", type: "uint256" },
      { name: "reason", type: "bytes" },
    ],
    name: "SwapFailed",
    type: "error",
  },
  {
    inputs: [
      { name: "from", type: "address" },
      { name: "to", type: "address" },
      { name: "amount", type: "uint256" },
      { name: "left", type: "uint256" },
    ],
    name: "SwapIncomplete",
    type: "error",
  },
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
      { name: "paths", type: "uint256" },
      { name: "maximum", type: "uint256" },
    ],
    name: "TooManyPaths",
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
      { indexed: true, name: "token", type: "address" },
      { indexed: false, name: "netPaid", type: "int256" },
    ],
    name: "OrderSettled",
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
          { name: "paths", type: "bytes[]" },
        ],
        name: "settlement",
        type: "tuple",
      },
      { name: "receiver", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
    name: "execute",
    outputs: [
      { name: "premiums", type: "int256[]" },
      { name: "netPaid", type: "int256" },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          { name: "amount", type: "uint256" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
          { name: "signature", type: "bytes" },
        ],
        name: "permit",
        type: "tuple",
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
          { name: "paths", type: "bytes[]" },
        ],
        name: "settlement",
        type: "tuple",
      },
      { name: "receiver", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
    name: "executeWithPermit2",
    outputs: [
      { name: "premiums", type: "int256[]" },
      { name: "netPaid", type: "int256" },
    ],
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
          { name: "paths", type: "bytes[]" },
        ],
        name: "settlement",
        type: "tuple",
      },
      { name: "receiver", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
    name: "executeWithPrices",
    outputs: [
      { name: "premiums", type: "int256[]" },
      { name: "netPaid", type: "int256" },
    ],
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
          { name: "amount", type: "uint256" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
          { name: "signature", type: "bytes" },
        ],
        name: "permit",
        type: "tuple",
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
          { name: "paths", type: "bytes[]" },
        ],
        name: "settlement",
        type: "tuple",
      },
      { name: "receiver", type: "address" },
      { name: "deadline", type: "uint256" },
    ],
    name: "executeWithPricesAndPermit2",
    outputs: [
      { name: "premiums", type: "int256[]" },
      { name: "netPaid", type: "int256" },
    ],
    stateMutability: "nonpayable",
    type: "function",
  },
  { inputs: [], name: "factory", outputs: [{ name: "", type: "address" }], stateMutability: "view", type: "function" },
] as const;
