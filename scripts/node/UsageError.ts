/**
 * A mistake in how a script was called, in one line: what was expected, what came, what to do. Not one of the SDK's
 * errors, which need the contracts' generated types: a mistake is answered before anything has been compiled.
 */
export class UsageError extends Error {
  readonly expected: string;
  readonly got: string;
  readonly action: string;

  constructor({ expected, got, action }: { expected: string; got: string; action: string }) {
    super(`expected ${expected}, got ${got}: ${action}`);
    this.name = "UsageError";
    this.expected = expected;
    this.got = got;
    this.action = action;
  }
}

/** By its name, since a loader may hold this module twice. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === "UsageError";
}
