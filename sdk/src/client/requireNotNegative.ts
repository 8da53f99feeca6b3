import { OrderError } from "../errors/OrderError.ts";

/**
 * Requires an amount that counts what is moved, whichever way it goes.
 * @param what "shares", named in the error
 * @throws OrderError where it is negative
 */
export function requireNotNegative(amount: bigint, what: string): void {
  if (amount >= 0n) return;
  throw new OrderError({
    expected: `${what} of zero or more`,
    got: String(amount),
    action: `give ${what} without a sign`,
  });
}
