import { z } from "zod";

/** Gas of all successful calls of a method, or of all deployments of a contract. */
const Gas = z.object({
  min: z.number(),
  max: z.number(),
  /** Rounded, as the median is. */
  avg: z.number(),
  median: z.number(),
  count: z.number().int().positive(),
});
export type Gas = z.infer<typeof Gas>;

const ContractGas = z.object({
  sourceName: z.string(),
  contractName: z.string(),
  /** Where a contract handed the call on: all of them by `source:name`, the one that ran it last. */
  proxyChain: z.array(z.string()),
  deployment: Gas.nullable(),
  /** By name, or by signature where a name is overloaded; null where nothing was called. */
  functions: z.record(z.string(), Gas).nullable(),
});

/**
 * What Hardhat writes with `--gas-stats-json`: what succeeded of the tests' transactions and of their calls, which are questions
 * to views and, where a client tries a transaction before it sends it, that.
 */
export const GasStatistics = z.object({ contracts: z.record(z.string(), ContractGas) });
export type GasStatistics = z.infer<typeof GasStatistics>;
