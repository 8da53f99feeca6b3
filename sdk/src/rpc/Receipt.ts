/** What a contract said in a transaction. Addresses have their checksums. */
export interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly logIndex: number;
}

/** A transaction as it was mined. Addresses have their checksums. */
export interface Receipt {
  readonly hash: string;
  readonly blockNumber: bigint;
  readonly blockHash: string;
  readonly from: string;
  readonly to: string | undefined;
  /** 1 where it did what it was to do; 0 where it reverted. */
  readonly status: number;
  readonly gasUsed: bigint;
  /** Wei for a unit of gas, as paid. */
  readonly gasPrice: bigint;
  readonly logs: readonly Log[];
}
