const INPUTS = [
  { name: "path", type: "bytes" },
  { name: "amount", type: "uint256" },
] as const;
const OUTPUTS = [
  { name: "amount", type: "uint256" },
  { name: "prices", type: "uint160[]" },
  { name: "ticksCrossed", type: "uint32[]" },
  { name: "gasEstimate", type: "uint256" },
] as const;

/** What is asked of Uniswap's QuoterV2. */
export const uniswapQuoterAbi = [
  {
    type: "function",
    name: "quoteExactInput",
    stateMutability: "nonpayable",
    inputs: INPUTS,
    outputs: OUTPUTS,
  },
  {
    type: "function",
    name: "quoteExactOutput",
    stateMutability: "nonpayable",
    inputs: INPUTS,
    outputs: OUTPUTS,
  },
] as const;
