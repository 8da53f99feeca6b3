import type { ContractError } from "../errors/ContractError.ts";
import { refusalOf } from "../rpc/explained.ts";
import { read } from "../rpc/read.ts";
import type { Decimal } from "../units/Decimal.ts";
import { toWad } from "../units/toWad.ts";
import { quoterAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import type { QuoteParts } from "./QuoteParts.ts";

export interface OfferParameters {
  readonly vault: string;
  /** `toSeriesId(expiry, strike)` */
  readonly id: bigint;
  /** A bigint is WAD; positive buys, negative sells back. */
  readonly quantity: Decimal;
}

/** The price of one trade with one vault, and whether the vault would take it. */
export interface OfferResult {
  /** Why the vault would refuse; absent where it would take the trade. */
  readonly refusal?: ContractError;
  /** Token units of the vault's collateral: premium to pay or payout to get; zero where there is no price. */
  readonly amount: bigint;
  readonly parts: QuoteParts;
}

const NO_ERROR = "0x";

/**
 * As `quote`, without its search for the largest quantity: many times cheaper for the node that is asked.
 * @throws DomainError where the quantity is no decimal number
 * @example
 * const { amount, refusal } = await offer(client, { vault: vault.address, id, quantity: 1 });
 */
export async function offer(client: Client, { vault, id, quantity }: OfferParameters): Promise<OfferResult> {
  const args = [vault, id, toWad(quantity, "quantity")] as const;
  const [parts, amount, revertData] = await read(client, {
    address: client.deployment.quoter,
    abi: quoterAbi,
    functionName: "offer",
    args,
  });
  if (revertData === NO_ERROR) return { amount, parts };
  // The vault's own, in its collateral.
  const refused = { connection: client, call: { to: vault, data: NO_ERROR } };
  return { amount, parts, refusal: await refusalOf(revertData, refused) };
}
