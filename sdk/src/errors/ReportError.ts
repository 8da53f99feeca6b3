import { SdkError, type Explanation } from "./SdkError.ts";

/** A surface report that the chain would refuse, or that a reporter will not sign. */
export class ReportError extends SdkError {
  /** Expiry (unix seconds) at fault, zero where the whole report is. */
  readonly expiry: number;

  constructor(expiry: number, explanation: Explanation) {
    super(explanation);
    this.expiry = expiry;
  }
}
