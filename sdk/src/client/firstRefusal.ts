import { ContractError } from "../errors/ContractError.ts";
import type { Client } from "./connect.ts";
import { offer } from "./offer.ts";
import type { QuoteParameters } from "./quote.ts";

/** The reason of the first vault that refuses its trade; nothing where all take theirs. */
export async function firstRefusal(
  client: Client,
  trades: readonly QuoteParameters[],
): Promise<ContractError | undefined> {
  const offers = await Promise.all(trades.map((trade) => offer(client, trade)));
  return offers.find(({ refusal }) => refusal !== undefined)?.refusal;
}

/** `NotEnoughCapacity(uint256 lots, uint256 capacity)`: the second word after the selector. */
const CAPACITY_AT = "0x".length + 8 + 64;

/**
 * How many lots the vaults would take, where a split failed because that is too few: the quoter says how many and not
 * why. Nothing where it failed for another reason.
 */
export function capacityOf(error: unknown): bigint | undefined {
  if (!(error instanceof ContractError) || error.errorName !== "NotEnoughCapacity") return undefined;
  return BigInt(`0x${error.data.slice(CAPACITY_AT)}`);
}
