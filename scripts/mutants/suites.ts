/** What is mutated, and which Solidity tests ought to notice. */
export interface Suite {
  /** Folder of `contracts/`. */
  readonly folder: string;
  /** Files or folders under `test/`, the quickest first. */
  readonly tests: readonly string[];
}

export const SUITES: readonly Suite[] = [
  { folder: "math", tests: ["fuzz/math"] },
  { folder: "premium", tests: ["unit/premium", "fuzz/premium"] },
  { folder: "vault", tests: ["fuzz/vault", "unit/vault"] },
];
