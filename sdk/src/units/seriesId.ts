import { DomainError } from "../errors/DomainError.ts";

const STRIKE_BITS = 128n;
const MAX_STRIKE = (1n << STRIKE_BITS) - 1n;
const MAX_EXPIRY = (1n << 40n) - 1n;

/** The ERC-6909 id of a series: expiry in unix seconds, strike in WAD quote per underlying (`SeriesId.sol`). */
export function toSeriesId(expiry: bigint, strike: bigint): bigint {
  if (expiry <= 0n || expiry > MAX_EXPIRY) {
    throw new DomainError("expiry", { value: expiry, expected: "unix seconds from 1 to 2^40 - 1" });
  }
  if (strike <= 0n || strike > MAX_STRIKE) {
    throw new DomainError("strike", { value: strike, expected: "a WAD price from 1 to 2^128 - 1" });
  }
  return (expiry << STRIKE_BITS) | strike;
}

/** The terms that an id carries, refusing ids that `toSeriesId` could not have made. */
export function parseSeriesId(id: bigint): { expiry: bigint; strike: bigint } {
  const terms = { expiry: id >> STRIKE_BITS, strike: id & MAX_STRIKE };
  if (id < 0n || toSeriesId(terms.expiry, terms.strike) !== id) {
    throw new DomainError("series id", { value: id, expected: "as made by toSeriesId" });
  }
  return terms;
}
