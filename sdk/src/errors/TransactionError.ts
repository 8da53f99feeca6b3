import { SdkError, type Explanation } from "./SdkError.ts";

/** A transaction that was sent did not do what it was to do. */
export class TransactionError extends SdkError {
  /** The transaction's. */
  readonly hash: string;

  constructor(hash: string, explanation: Explanation) {
    super(explanation);
    this.hash = hash;
  }
}
