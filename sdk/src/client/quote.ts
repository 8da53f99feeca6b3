import type { Decimal } from "../units/Decimal.ts";
import { toWad } from "../units/toWad.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import type { Offer } from "./offer.ts";
import { toContractError } from "./toContractError.ts";

export interface QuoteRequest {
  readonly vault: string;
  /** `toSeriesId(expiry, strike)` */
  readonly id: bigint;
  /** A bigint is WAD; positive buys, negative sells back. */
  readonly quantity: Decimal;
}

/** What one trade with one vault would do now. */
export interface Quote extends Offer {
  /** Largest quantity (WAD) in this direction that the vault would take now. */
  readonly maxQuantity: bigint;
  /** Unix seconds until which the spot price behind it is fresh. */
  readonly validUntil: bigint;
  /** Changes when anything but time changes that the price depends on. */
  readonly stateHash: string;
}

/** Asks the quoter for the price of a trade; a refusal is part of the answer, not an exception. */
export async function quote({ quoter }: Client, { vault, id, quantity }: QuoteRequest): Promise<Quote> {
  const answer = await explained(quoter.quote(vault, id, toWad(quantity, "quantity")));
  const { amount, parts, maxQuantity, validUntil, stateHash } = answer;
  const refusal = BigInt(answer.reason) === 0n ? {} : { refusal: toContractError(answer.revertData) };
  return { amount, parts, maxQuantity, validUntil, stateHash, ...refusal };
}
