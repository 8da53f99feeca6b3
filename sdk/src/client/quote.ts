import { refusalOf } from "../rpc/explained.ts";
import { read } from "../rpc/read.ts";
import { toWad } from "../units/toWad.ts";
import { quoterAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import type { OfferParameters, OfferResult } from "./offer.ts";

export type QuoteParameters = OfferParameters;

/** What one trade with one vault would do now. */
export interface QuoteResult extends OfferResult {
  /** Largest quantity (WAD) in this direction that the vault would take now. */
  readonly maxQuantity: bigint;
  /** Unix seconds until which the spot price behind it is fresh. */
  readonly validUntil: bigint;
  /** Changes when anything but time changes that the price depends on. */
  readonly stateHash: string;
}

/**
 * Asks the quoter for the price of a trade; a refusal is part of the answer, not an exception.
 * @throws DomainError where the quantity is no decimal number
 * @example
 * const { amount, maxQuantity, refusal } = await quote(client, { vault: vault.address, id, quantity: "0.5" });
 */
export async function quote(client: Client, { vault, id, quantity }: QuoteParameters): Promise<QuoteResult> {
  const args = [vault, id, toWad(quantity, "quantity")] as const;
  const call = { address: client.deployment.quoter, abi: quoterAbi, functionName: "quote", args } as const;
  const { amount, parts, maxQuantity, validUntil, stateHash, reason, revertData } = await read(client, call);
  const answer = { amount, parts, maxQuantity, validUntil, stateHash };
  if (BigInt(reason) === 0n) return answer;
  // The vault's own, in its collateral.
  const refused = { connection: client, call: { to: vault, data: "0x" } };
  return { ...answer, refusal: await refusalOf(revertData, refused) };
}
