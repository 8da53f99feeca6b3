/** What every error of this SDK says: what was expected, what came instead, and what to do about it. */
export interface Explanation {
  readonly expected: string;
  readonly got: string;
  readonly action: string;
}

/** Base of all errors of this SDK. Its message is one line that a person can act on. */
export class SdkError extends Error {
  readonly expected: string;
  readonly got: string;
  readonly action: string;

  constructor(explanation: Explanation) {
    super(`expected ${explanation.expected}, got ${explanation.got}: ${explanation.action}`);
    this.name = new.target.name;
    this.expected = explanation.expected;
    this.got = explanation.got;
    this.action = explanation.action;
  }
}
