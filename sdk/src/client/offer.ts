import type { IQuoter } from "../../../typechain-types/index.ts";
import type { ContractError } from "../errors/ContractError.ts";
import { toWad } from "../units/toWad.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import type { QuoteRequest } from "./quote.ts";
import { toContractError } from "./toContractError.ts";

/** The price of one trade with one vault, and whether the vault would take it. */
export interface Offer {
  /** Why the vault would refuse; absent where it would take the trade. */
  readonly refusal?: ContractError;
  /** Token units of the vault's collateral: premium to pay or payout to get; zero where there is no price. */
  readonly amount: bigint;
  /** Premium, fair value, charges, fee, volatility, Greeks: WAD. */
  readonly parts: IQuoter.TradeQuoteStructOutput["parts"];
}

const NO_ERROR = "0x";

/** As `quote`, without its search for the largest quantity: many times cheaper for the node that is asked. */
export async function offer({ quoter }: Client, { vault, id, quantity }: QuoteRequest): Promise<Offer> {
  const [parts, amount, revertData] = await explained(quoter.offer(vault, id, toWad(quantity, "quantity")));
  return { amount, parts, ...(revertData === NO_ERROR ? {} : { refusal: toContractError(revertData) }) };
}
