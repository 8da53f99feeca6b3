import { OrderError } from "../errors/OrderError.ts";

/** In seconds, some three thousand years from now; in milliseconds, in the past. */
const EARLIEST_MILLISECONDS = 10n ** 11n;
/** What is larger is no time in milliseconds, micro- or nanoseconds either, but a way to say "never". */
const NEVER = 10n ** 19n;

/**
 * Requires a deadline in unix seconds: one in milliseconds would never come.
 * @throws OrderError where it is negative, or looks like a finer unit
 */
export function requireDeadline(deadline: bigint): void {
  if (deadline >= 0n && (deadline < EARLIEST_MILLISECONDS || deadline >= NEVER)) return;
  throw new OrderError({
    expected: "a deadline in unix seconds",
    got: deadline < 0n ? String(deadline) : `${deadline}, which looks like milliseconds`,
    action: "divide Date.now() by 1000: BigInt(Math.floor(Date.now() / 1000) + 3600) is an hour from now",
  });
}
