import { SdkError, type Explanation } from "./SdkError.ts";

/** A contract refused, by one of its named errors. */
export class ContractError extends SdkError {
  /** The error's name; where it carries another error, both: "SourceFailed/StaleAnswer". */
  readonly errorName: string;
  /** The revert data. */
  readonly data: string;

  constructor(errorName: string, { data, ...explanation }: Explanation & { data: string }) {
    super(explanation);
    this.message = `${errorName}: ${this.message}`;
    this.errorName = errorName;
    this.data = data;
  }
}
