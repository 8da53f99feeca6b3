// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** What the client calls of `IOptionVault`. */
export const optionVaultAbi = [
  {
    inputs: [],
    name: "accounts",
    outputs: [
      {
        components: [
          { name: "held", type: "uint256" },
          { name: "reserve", type: "uint256" },
          { name: "feesOwed", type: "uint256" },
          { name: "escrow", type: "uint256" },
          { name: "pledged", type: "uint256" },
          { name: "lock", type: "uint256" },
          { name: "riskCapital", type: "uint256" },
          { name: "recentCharge", type: "uint256" },
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
    name: "assess",
    outputs: [
      {
        components: [
          { name: "spot", type: "uint256" },
          { name: "spotConfidence", type: "uint256" },
          { name: "volConfidence", type: "uint256" },
          { name: "surface", type: "uint8" },
          { name: "value", type: "int256" },
          {
            components: [
              { name: "delta", type: "int256" },
              { name: "gamma", type: "int256" },
              { name: "vega", type: "int256" },
              { name: "theta", type: "int256" },
              { name: "rho", type: "int256" },
            ],
            name: "greeks",
            type: "tuple",
          },
          { name: "lock", type: "uint256" },
          {
            components: [
              { name: "collateral", type: "uint256" },
              { name: "riskCapital", type: "uint256" },
              { name: "actual", type: "uint256" },
              { name: "fresh", type: "int256" },
              { name: "recentCharge", type: "uint256" },
              { name: "doublingBase", type: "uint256" },
              { name: "claimShare", type: "uint256" },
              { name: "updatedAt", type: "uint256" },
              { name: "priceNumber", type: "uint256" },
            ],
            name: "capital",
            type: "tuple",
          },
          { name: "lowCapital", type: "uint256" },
          { name: "depositCapital", type: "uint256" },
          { name: "moveCharge", type: "uint256" },
          { name: "rentCharge", type: "uint256" },
          { name: "depositCharge", type: "uint256" },
          { name: "nav", type: "int256" },
          { name: "band", type: "uint256" },
          { name: "claim", type: "uint256" },
          {
            components: [
              { name: "spotMove", type: "int256" },
              { name: "volMove", type: "int256" },
              { name: "gammaMove", type: "int256" },
              { name: "locked", type: "uint256[8]" },
              { name: "interval", type: "uint256[8]" },
            ],
            name: "sums",
            type: "tuple",
          },
        ],
        name: "",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "account", type: "address" }],
    name: "balanceOf",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          { name: "id", type: "uint256" },
          { name: "quantity", type: "int256" },
          { name: "limit", type: "uint256" },
        ],
        name: "legs",
        type: "tuple[]",
      },
    ],
    name: "checkOrder",
    outputs: [
      { name: "premium", type: "int256" },
      {
        components: [
          { name: "premium", type: "int256" },
          { name: "moveCharge", type: "int256" },
          { name: "rentCharge", type: "int256" },
          { name: "fee", type: "uint256" },
          { name: "clamp", type: "uint256" },
          { name: "spot", type: "uint256" },
          { name: "surface", type: "uint8" },
          { name: "valueBefore", type: "int256" },
          { name: "valueAfter", type: "int256" },
          { name: "chargeBefore", type: "uint256" },
          { name: "chargeAfter", type: "uint256" },
          { name: "claim", type: "uint256" },
          {
            components: [
              { name: "collateral", type: "uint256" },
              { name: "riskCapital", type: "uint256" },
              { name: "actual", type: "uint256" },
              { name: "fresh", type: "int256" },
              { name: "recentCharge", type: "uint256" },
              { name: "doublingBase", type: "uint256" },
              { name: "claimShare", type: "uint256" },
              { name: "updatedAt", type: "uint256" },
              { name: "priceNumber", type: "uint256" },
            ],
            name: "capital",
            type: "tuple",
          },
          {
            components: [
              { name: "amount", type: "uint256" },
              { name: "fair", type: "uint256" },
              { name: "fee", type: "uint256" },
              { name: "clamp", type: "uint256" },
              { name: "volatility", type: "uint256" },
              { name: "forward", type: "uint256" },
              { name: "spotDelta", type: "int256" },
              {
                components: [
                  { name: "delta", type: "int256" },
                  { name: "gamma", type: "int256" },
                  { name: "vega", type: "int256" },
                  { name: "theta", type: "int256" },
                  { name: "rho", type: "int256" },
                ],
                name: "greeks",
                type: "tuple",
              },
            ],
            name: "legs",
            type: "tuple[]",
          },
        ],
        name: "quote",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  { inputs: [], name: "decimals", outputs: [{ name: "", type: "uint8" }], stateMutability: "view", type: "function" },
  {
    inputs: [
      { name: "assets", type: "uint256" },
      { name: "receiver", type: "address" },
      { name: "minShares", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
    name: "deposit",
    outputs: [{ name: "shares", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "expiries",
    outputs: [{ name: "", type: "uint256[]" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "receiver", type: "address" },
      { name: "owner", type: "address" },
      { name: "minAssets", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
    name: "guaranteedExit",
    outputs: [{ name: "assets", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [{ name: "id", type: "uint256" }],
    name: "isListed",
    outputs: [{ name: "", type: "bool" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [{ name: "assets", type: "uint256" }],
    name: "previewDeposit",
    outputs: [{ name: "shares", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "receiver", type: "address" },
      { name: "owner", type: "address" },
      { name: "minAssets", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
    name: "redeem",
    outputs: [{ name: "assets", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      { name: "id", type: "uint256" },
      { name: "quantity", type: "uint256" },
      { name: "owner", type: "address" },
      { name: "receiver", type: "address" },
    ],
    name: "redeemOptions",
    outputs: [{ name: "payout", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [{ name: "expiry", type: "uint256" }],
    name: "settledPrice",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  { inputs: [], name: "state", outputs: [{ name: "", type: "uint8" }], stateMutability: "view", type: "function" },
  {
    inputs: [],
    name: "totalSupply",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
] as const;

/** What the client calls of `IOptionToken`. */
export const optionTokenAbi = [
  {
    inputs: [
      { name: "owner", type: "address" },
      { name: "id", type: "uint256" },
    ],
    name: "balanceOf",
    outputs: [{ name: "", type: "uint256" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "owner", type: "address" },
      { name: "spender", type: "address" },
    ],
    name: "isOperator",
    outputs: [{ name: "", type: "bool" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "spender", type: "address" },
      { name: "approved", type: "bool" },
    ],
    name: "setOperator",
    outputs: [{ name: "", type: "bool" }],
    stateMutability: "nonpayable",
    type: "function",
  },
] as const;

/** What the client calls of `IQuoter`. */
export const quoterAbi = [
  {
    inputs: [
      { name: "holder", type: "address" },
      { name: "vaults", type: "address[]" },
      { name: "id", type: "uint256" },
      { name: "quantity", type: "uint256" },
      { name: "gasCost", type: "uint256" },
    ],
    name: "bestSale",
    outputs: [
      {
        components: [
          { name: "vault", type: "address" },
          { name: "quantity", type: "int256" },
          { name: "amount", type: "uint256" },
        ],
        name: "parts",
        type: "tuple[]",
      },
      { name: "total", type: "uint256" },
      { name: "best", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "vaults", type: "address[]" },
      { name: "id", type: "uint256" },
      { name: "quantity", type: "int256" },
      { name: "gasCost", type: "uint256" },
    ],
    name: "bestSplit",
    outputs: [
      {
        components: [
          { name: "vault", type: "address" },
          { name: "quantity", type: "int256" },
          { name: "amount", type: "uint256" },
        ],
        name: "parts",
        type: "tuple[]",
      },
      { name: "total", type: "uint256" },
      { name: "best", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "vault", type: "address" },
      { name: "quantity", type: "uint256" },
    ],
    name: "chain",
    outputs: [
      {
        components: [
          { name: "spot", type: "uint256" },
          { name: "surface", type: "uint8" },
          { name: "ids", type: "uint256[]" },
          { name: "nets", type: "int256[]" },
          {
            components: [
              { name: "fair", type: "uint256" },
              { name: "volatility", type: "uint256" },
              { name: "forward", type: "uint256" },
              { name: "spotDelta", type: "int256" },
              {
                components: [
                  { name: "delta", type: "int256" },
                  { name: "gamma", type: "int256" },
                  { name: "vega", type: "int256" },
                  { name: "theta", type: "int256" },
                  { name: "rho", type: "int256" },
                ],
                name: "greeks",
                type: "tuple",
              },
            ],
            name: "prices",
            type: "tuple[]",
          },
          { name: "asks", type: "uint256[]" },
          { name: "bids", type: "uint256[]" },
          { name: "askReasons", type: "bytes4[]" },
          { name: "bidReasons", type: "bytes4[]" },
        ],
        name: "",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "vault", type: "address" },
      { name: "id", type: "uint256" },
      { name: "quantity", type: "int256" },
    ],
    name: "offer",
    outputs: [
      {
        components: [
          { name: "premium", type: "uint256" },
          { name: "fair", type: "uint256" },
          { name: "moveCharge", type: "int256" },
          { name: "rentCharge", type: "int256" },
          { name: "fee", type: "uint256" },
          { name: "clamp", type: "uint256" },
          { name: "volatility", type: "uint256" },
          { name: "spot", type: "uint256" },
          { name: "forward", type: "uint256" },
          { name: "spotDelta", type: "int256" },
          {
            components: [
              { name: "delta", type: "int256" },
              { name: "gamma", type: "int256" },
              { name: "vega", type: "int256" },
              { name: "theta", type: "int256" },
              { name: "rho", type: "int256" },
            ],
            name: "greeks",
            type: "tuple",
          },
          { name: "surface", type: "uint8" },
          { name: "bookValue", type: "int256" },
          { name: "riskCapital", type: "uint256" },
          { name: "actualCapital", type: "uint256" },
          { name: "claim", type: "uint256" },
          { name: "chargeBefore", type: "uint256" },
          { name: "chargeAfter", type: "uint256" },
          { name: "lockBefore", type: "uint256" },
          { name: "lockAfter", type: "uint256" },
        ],
        name: "parts",
        type: "tuple",
      },
      { name: "amount", type: "uint256" },
      { name: "revertData", type: "bytes" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "vault", type: "address" },
      { name: "id", type: "uint256" },
      { name: "quantity", type: "int256" },
    ],
    name: "quote",
    outputs: [
      {
        components: [
          { name: "reason", type: "bytes4" },
          { name: "revertData", type: "bytes" },
          { name: "amount", type: "uint256" },
          {
            components: [
              { name: "premium", type: "uint256" },
              { name: "fair", type: "uint256" },
              { name: "moveCharge", type: "int256" },
              { name: "rentCharge", type: "int256" },
              { name: "fee", type: "uint256" },
              { name: "clamp", type: "uint256" },
              { name: "volatility", type: "uint256" },
              { name: "spot", type: "uint256" },
              { name: "forward", type: "uint256" },
              { name: "spotDelta", type: "int256" },
              {
                components: [
                  { name: "delta", type: "int256" },
                  { name: "gamma", type: "int256" },
                  { name: "vega", type: "int256" },
                  { name: "theta", type: "int256" },
                  { name: "rho", type: "int256" },
                ],
                name: "greeks",
                type: "tuple",
              },
              { name: "surface", type: "uint8" },
              { name: "bookValue", type: "int256" },
              { name: "riskCapital", type: "uint256" },
              { name: "actualCapital", type: "uint256" },
              { name: "claim", type: "uint256" },
              { name: "chargeBefore", type: "uint256" },
              { name: "chargeAfter", type: "uint256" },
              { name: "lockBefore", type: "uint256" },
              { name: "lockAfter", type: "uint256" },
            ],
            name: "parts",
            type: "tuple",
          },
          { name: "maxQuantity", type: "uint256" },
          { name: "validUntil", type: "uint256" },
          { name: "stateHash", type: "bytes32" },
        ],
        name: "",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
] as const;

/** What the client calls of `IVaultRouter`. */
export const vaultRouterAbi = [
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
] as const;

/** What the client calls of `IVaultSwapRouter`. */
export const vaultSwapRouterAbi = [
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
] as const;

/** What the client calls of `IRedeemQueue`. */
export const redeemQueueAbi = [
  {
    inputs: [
      { name: "requestId", type: "uint256" },
      { name: "receiver", type: "address" },
      { name: "controller", type: "address" },
    ],
    name: "claim",
    outputs: [
      { name: "assets", type: "uint256" },
      { name: "shares", type: "uint256" },
    ],
    stateMutability: "nonpayable",
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
  {
    inputs: [{ name: "requestId", type: "uint256" }],
    name: "minimumPriceOf",
    outputs: [{ name: "minimum", type: "uint256" }],
    stateMutability: "pure",
    type: "function",
  },
  {
    inputs: [
      { name: "requestId", type: "uint256" },
      { name: "controller", type: "address" },
      { name: "minimum", type: "uint256" },
    ],
    name: "renew",
    outputs: [{ name: "newRequestId", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      { name: "shares", type: "uint256" },
      { name: "controller", type: "address" },
      { name: "owner", type: "address" },
      { name: "minimum", type: "uint256" },
    ],
    name: "requestRedeem",
    outputs: [{ name: "requestId", type: "uint256" }],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [{ name: "controller", type: "address" }],
    name: "requestsOf",
    outputs: [{ name: "requestIds", type: "uint256[]" }],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "requestId", type: "uint256" },
      { name: "controller", type: "address" },
    ],
    name: "standingOf",
    outputs: [
      { name: "claimable", type: "uint256" },
      { name: "assets", type: "uint256" },
      { name: "pending", type: "uint256" },
      { name: "returnable", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
] as const;

/** What the client calls of `ISignedSpot`. */
export const signedSpotAbi = [
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

/** What the client calls of `IVolatilitySurface`. */
export const volatilitySurfaceAbi = [
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
] as const;

/** What the client calls of `IPremiumOracle`. */
export const premiumOracleAbi = [
  { inputs: [], name: "feed", outputs: [{ name: "", type: "address" }], stateMutability: "view", type: "function" },
] as const;

/** What the client calls of `IPriceFeed`. */
export const priceFeedAbi = [
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
] as const;

/** What a vault emits. */
export const vaultEventsAbi = [
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "owner", type: "address" },
      { indexed: true, name: "spender", type: "address" },
      { indexed: false, name: "value", type: "uint256" },
    ],
    name: "Approval",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: false, name: "collateral", type: "uint256" },
      { indexed: false, name: "value", type: "int256" },
      { indexed: false, name: "riskCapital", type: "uint256" },
      { indexed: false, name: "riskCharge", type: "uint256" },
      { indexed: false, name: "lock", type: "uint256" },
      { indexed: false, name: "spot", type: "uint256" },
    ],
    name: "BookMarked",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "sender", type: "address" },
      { indexed: true, name: "owner", type: "address" },
      { indexed: false, name: "assets", type: "uint256" },
      { indexed: false, name: "shares", type: "uint256" },
    ],
    name: "Deposit",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "receiver", type: "address" },
      { indexed: false, name: "assets", type: "uint256" },
    ],
    name: "EscrowReleased",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "expiry", type: "uint256" },
      { indexed: false, name: "strikes", type: "uint256[]" },
    ],
    name: "ExpiryOpened",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "expiry", type: "uint256" },
      { indexed: false, name: "price", type: "uint256" },
      { indexed: false, name: "owed", type: "uint256" },
    ],
    name: "ExpirySettled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "recipient", type: "address" },
      { indexed: false, name: "amount", type: "uint256" },
    ],
    name: "FeesCollected",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "owner", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: false, name: "shares", type: "uint256" },
      { indexed: false, name: "assets", type: "uint256" },
    ],
    name: "GuaranteedExit",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "id", type: "uint256" },
      { indexed: true, name: "buyer", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: false, name: "quantity", type: "uint256" },
      { indexed: false, name: "premium", type: "uint256" },
      { indexed: false, name: "fee", type: "uint256" },
    ],
    name: "OptionsBought",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "id", type: "uint256" },
      { indexed: true, name: "owner", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: false, name: "quantity", type: "uint256" },
      { indexed: false, name: "payout", type: "uint256" },
    ],
    name: "OptionsRedeemed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "id", type: "uint256" },
      { indexed: true, name: "owner", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: false, name: "quantity", type: "uint256" },
      { indexed: false, name: "payout", type: "uint256" },
      { indexed: false, name: "fee", type: "uint256" },
    ],
    name: "OptionsSold",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "trader", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: false, name: "premium", type: "int256" },
      { indexed: false, name: "fee", type: "uint256" },
    ],
    name: "OrderTraded",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [{ indexed: false, name: "share", type: "uint256" }],
    name: "ProtocolFeeChanged",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [{ indexed: true, name: "queue", type: "address" }],
    name: "QueueRegistered",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: false, name: "shares", type: "uint256" },
      { indexed: false, name: "assets", type: "uint256" },
    ],
    name: "RedeemFilled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        components: [
          { name: "riskAversion", type: "uint256" },
          { name: "capacityRent", type: "uint256" },
          { name: "volOfVol", type: "uint256" },
          { name: "spotVolCorrelation", type: "int256" },
          { name: "horizon", type: "uint256" },
          { name: "notionalFee", type: "uint256" },
          { name: "premiumFeeCap", type: "uint256" },
          { name: "chargeFee", type: "uint256" },
          { name: "lockFee", type: "uint256" },
          { name: "stress", type: "uint256" },
          { name: "confidenceFactor", type: "uint256" },
        ],
        indexed: false,
        name: "target",
        type: "tuple",
      },
      { indexed: false, name: "rampStart", type: "uint256" },
      { indexed: false, name: "rampEnd", type: "uint256" },
    ],
    name: "RiskParamsScheduled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "id", type: "uint256" },
      { indexed: false, name: "quantity", type: "uint256" },
    ],
    name: "SeriesParked",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "id", type: "uint256" },
      { indexed: false, name: "quantity", type: "uint256" },
    ],
    name: "SeriesUnparked",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: false, name: "previous", type: "uint8" },
      { indexed: false, name: "current", type: "uint8" },
      { indexed: true, name: "by", type: "address" },
    ],
    name: "StateChanged",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [{ indexed: false, name: "stress", type: "uint256" }],
    name: "StressChanged",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "expiry", type: "uint256" },
      { indexed: false, name: "added", type: "uint256[]" },
      { indexed: false, name: "retired", type: "uint256[]" },
    ],
    name: "StrikesRelisted",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "from", type: "address" },
      { indexed: true, name: "to", type: "address" },
      { indexed: false, name: "value", type: "uint256" },
    ],
    name: "Transfer",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "sender", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: true, name: "owner", type: "address" },
      { indexed: false, name: "assets", type: "uint256" },
      { indexed: false, name: "shares", type: "uint256" },
    ],
    name: "Withdraw",
    type: "event",
  },
] as const;

/** What a redeem queue emits. */
export const queueEventsAbi = [
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "epoch", type: "uint256" },
      { indexed: false, name: "shares", type: "uint256" },
    ],
    name: "BatchClosed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "epoch", type: "uint256" },
      { indexed: false, name: "shares", type: "uint256" },
      { indexed: false, name: "assets", type: "uint256" },
      { indexed: false, name: "price", type: "uint256" },
      { indexed: false, name: "remaining", type: "uint256" },
    ],
    name: "BatchFilled",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "sender", type: "address" },
      { indexed: true, name: "owner", type: "address" },
      { indexed: false, name: "assets", type: "uint256" },
      { indexed: false, name: "shares", type: "uint256" },
    ],
    name: "Deposit",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "epoch", type: "uint256" },
      { indexed: false, name: "level", type: "uint256" },
      { indexed: false, name: "shares", type: "uint256" },
      { indexed: false, name: "price", type: "uint256" },
    ],
    name: "LevelsExcluded",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "controller", type: "address" },
      { indexed: true, name: "operator", type: "address" },
      { indexed: false, name: "approved", type: "bool" },
    ],
    name: "OperatorSet",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "controller", type: "address" },
      { indexed: true, name: "owner", type: "address" },
      { indexed: true, name: "requestId", type: "uint256" },
      { indexed: false, name: "sender", type: "address" },
      { indexed: false, name: "shares", type: "uint256" },
    ],
    name: "RedeemRequest",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "requestId", type: "uint256" },
      { indexed: true, name: "controller", type: "address" },
      { indexed: false, name: "receiver", type: "address" },
      { indexed: false, name: "shares", type: "uint256" },
    ],
    name: "SharesReturned",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [{ indexed: false, name: "shares", type: "uint256" }],
    name: "SurplusSwept",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      { indexed: true, name: "sender", type: "address" },
      { indexed: true, name: "receiver", type: "address" },
      { indexed: true, name: "owner", type: "address" },
      { indexed: false, name: "assets", type: "uint256" },
      { indexed: false, name: "shares", type: "uint256" },
    ],
    name: "Withdraw",
    type: "event",
  },
] as const;

/** What a surface emits. */
export const surfaceEventsAbi = [
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
] as const;

/** What signed spot prices emit. */
export const signedSpotEventsAbi = [
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
] as const;
