import { UNREACHED } from "./knownFailure.ts";
import { SdkError, type Explanation } from "./SdkError.ts";

/** A node or a wallet did not do what it was asked for: it does not answer, was refused by its user, or cannot. */
export class ProviderError extends SdkError {
  /** The JSON-RPC method that it was asked for. */
  readonly method: string;
  /** The provider's own: 4001 where a wallet's user refused; undefined where it has none. */
  readonly code: string | number | undefined;
  /** Whether nobody answered at all. */
  readonly isUnreachable: boolean;

  constructor({
    method,
    code,
    cause,
    ...explanation
  }: Explanation & { readonly method: string; readonly code: string | number | undefined; readonly cause: unknown }) {
    super(explanation);
    this.method = method;
    this.code = code;
    this.cause = cause;
    this.isUnreachable = explanation.expected === UNREACHED.expected;
  }
}
