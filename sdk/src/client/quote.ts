import { refusalOf } from "../rpc/explained.ts";
import { read } from "../rpc/read.ts";
import type { Decimal } from "../units/Decimal.ts";
import { toWad } from "../units/toWad.ts";
import { quoterAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import type { OfferResult } from "./offer.ts";

export interface QuoteParameters {
  readonly vault: string;
  /** `toSeriesId(expiry, strike)` */
  readonly id: bigint;
  /** A bigint is WAD; positive buys, negative sells back. */
  readonly quantity: Decimal;
}

/** Sensitivities of one option held, WAD collateral (`Greeks.sol`). */
export interface ChainGreeks {
  /** For 1.0 of ln S. */
  readonly delta: bigint;
  readonly gamma: bigint;
  /** For 1.0 of volatility. */
  readonly vega: bigint;
  /** A year. */
  readonly theta: bigint;
  /** For 1.0 of the rate. */
  readonly rho: bigint;
}

/** The price of a trade and what it is made of, WAD collateral (`Quote.sol`). */
export interface QuoteParts {
  /** Buying: what the trader pays, rounded up. Selling: what the trader gets, rounded down. */
  readonly premium: bigint;
  /** Quantity times fair value. */
  readonly fair: bigint;
  /** What the trade changes in the charge for the book's move, and in the rent of capacity. */
  readonly moveCharge: bigint;
  readonly rentCharge: bigint;
  /** All fees, before clamps. */
  readonly fee: bigint;
  /** What the clamps in the vault's favour added to an ask or took from a bid. */
  readonly clamp: bigint;
  /** Fair volatility of the series, a year. */
  readonly volatility: bigint;
  /** Quote per underlying. */
  readonly spot: bigint;
  readonly forward: bigint;
  /** Black-Scholes spot delta of one option at fixed volatility: 0 to 1 for a call, −1 to 0 for a put. */
  readonly spotDelta: bigint;
  readonly greeks: ChainGreeks;
  /** `SurfaceStatus.sol` */
  readonly surface: number;
  /** What the book is worth before the trade. */
  readonly bookValue: bigint;
  readonly riskCapital: bigint;
  readonly actualCapital: bigint;
  /** What of net asset value redeem requests claim. */
  readonly claim: bigint;
  /** The risk charge before and after, without stress. */
  readonly chargeBefore: bigint;
  readonly chargeAfter: bigint;
  /** Worst case of the whole book before and after. */
  readonly lockBefore: bigint;
  readonly lockAfter: bigint;
}

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
