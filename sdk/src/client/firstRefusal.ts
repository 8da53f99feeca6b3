import { ContractError } from "../errors/ContractError.ts";
import type { Client } from "./connect.ts";
import { KNOWN_ERRORS } from "./knownErrors.ts";
import { offer } from "./offer.ts";
import type { QuoteRequest } from "./quote.ts";

/** The reason of the first vault that refuses its trade; nothing where all take theirs. */
export async function firstRefusal(
  client: Client,
  trades: readonly QuoteRequest[],
): Promise<ContractError | undefined> {
  const offers = await Promise.all(trades.map((trade) => offer(client, trade)));
  return offers.find(({ refusal }) => refusal !== undefined)?.refusal;
}

/**
 * How many lots the vaults would take, where a split failed because that is too few: the quoter says how many and not
 * why. Nothing where it failed for another reason.
 */
export function capacityOf(error: unknown): bigint | undefined {
  if (!(error instanceof ContractError) || error.errorName !== "NotEnoughCapacity") return undefined;
  return KNOWN_ERRORS.parseError(error.data)?.args.getValue("capacity") as bigint | undefined;
}
