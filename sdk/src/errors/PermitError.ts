import { SdkError, type Explanation } from "./SdkError.ts";

/** A token whose permits cannot be used here. */
export class PermitError extends SdkError {
  readonly token: string;

  constructor(token: string, explanation: Explanation) {
    super(explanation);
    this.token = token;
  }
}
