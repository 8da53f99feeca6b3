// Written by scripts/abis.ts from the compiled contracts; not to be edited.

/** Functions, events and errors of `ISolvencyLens`. */
export const solvencyLensAbi = [
  {
    inputs: [
      { name: "holder", type: "address" },
      { name: "tokens", type: "address[]" },
      { name: "spenders", type: "address[]" },
    ],
    name: "holdingsOf",
    outputs: [
      { name: "balances", type: "uint256[]" },
      { name: "allowances", type: "uint256[][]" },
      { name: "native", type: "uint256" },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      { name: "vaults", type: "address[]" },
      {
        components: [
          { name: "vault", type: "uint256" },
          { name: "id", type: "uint256" },
        ],
        name: "settled",
        type: "tuple[]",
      },
    ],
    name: "solvencyOf",
    outputs: [
      {
        components: [
          { name: "vault", type: "address" },
          { name: "tokenBalance", type: "uint256" },
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
            name: "accounts",
            type: "tuple",
          },
          { name: "worstCase", type: "uint256" },
          { name: "clearedWorstCase", type: "uint256" },
          { name: "unredeemed", type: "uint256" },
          { name: "parked", type: "uint256" },
          { name: "shareSupply", type: "uint256" },
          { name: "lockCovered", type: "bool" },
          { name: "reserveCovers", type: "bool" },
          { name: "balanceCovers", type: "bool" },
          { name: "supplyMatches", type: "bool" },
          { name: "pledgeCovers", type: "bool" },
        ],
        name: "",
        type: "tuple[]",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
] as const;
