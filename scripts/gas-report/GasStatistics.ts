/** Gas of all successful calls of a method, or of all deployments of a contract. */
export interface Gas {
  readonly min: number;
  readonly max: number;
  /** Rounded, as the median is. */
  readonly avg: number;
  readonly median: number;
  readonly count: number;
}

/** Gas of one contract. */
export interface ContractGas {
  readonly sourceName: string;
  readonly contractName: string;
  /** Where a contract handed the call on: all of them by `source:name`, the one that ran it last. */
  readonly proxyChain: readonly string[];
  readonly deployment: Gas | null;
  /** By name, or by signature where a name is overloaded; null where nothing was called. */
  readonly functions: Readonly<Record<string, Gas>> | null;
}

/** What tests came to, contract by contract. */
export interface GasStatistics {
  readonly contracts: Readonly<Record<string, ContractGas>>;
}
