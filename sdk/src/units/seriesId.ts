import { DomainError } from "../errors/DomainError.ts";
import type { Decimal } from "./Decimal.ts";
import { toWad } from "./toWad.ts";

const STRIKE_BITS = 128n;
const MAX_STRIKE = (1n << STRIKE_BITS) - 1n;
const MAX_EXPIRY = (1n << 40n) - 1n;

/**
 * The ERC-6909 id of a series (`SeriesId.sol`): expiry in unix seconds, strike in quote per underlying (a bigint is
 * WAD).
 * @throws DomainError where no series can have these terms
 */
export function toSeriesId(expiry: bigint | number, strike: Decimal): bigint {
  const seconds = typeof expiry === "number" && !Number.isInteger(expiry) ? 0n : BigInt(expiry);
  if (seconds <= 0n || seconds > MAX_EXPIRY) {
    throw new DomainError("expiry", { value: expiry, expected: "unix seconds from 1 to 2^40 - 1" });
  }
  const price = toWad(strike, "strike");
  if (price <= 0n || price > MAX_STRIKE) {
    throw new DomainError("strike", { value: strike, expected: "a WAD price from 1 to 2^128 - 1" });
  }
  return (seconds << STRIKE_BITS) | price;
}

/** The terms that an id carries, refusing ids that `toSeriesId` could not have made. */
export function parseSeriesId(id: bigint): { expiry: bigint; strike: bigint } {
  const terms = { expiry: id >> STRIKE_BITS, strike: id & MAX_STRIKE };
  if (id < 0n || toSeriesId(terms.expiry, terms.strike) !== id) {
    throw new DomainError("series id", { value: id, expected: "as made by toSeriesId" });
  }
  return terms;
}
