import { DomainError } from "../errors/DomainError.ts";

/** The whole number of 10^-decimals nearest to `value`: 18 decimals for WAD, 8 for a price aggregator's answer. */
export function toFixedPoint(value: number, decimals: number): bigint {
  if (!Number.isFinite(value)) throw new DomainError("value", { value, expected: "a finite number" });
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 36) {
    throw new DomainError("decimals", { value: decimals, expected: "a whole number from 0 to 36" });
  }
  // Whole and fractional part apart: each scales without losing digits that the double still has.
  const whole = Math.trunc(value);
  return BigInt(whole) * 10n ** BigInt(decimals) + BigInt(Math.round((value - whole) * 10 ** decimals));
}
