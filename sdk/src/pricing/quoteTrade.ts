import type { FeeParts, LegPrice } from "./priceLeg.ts";
import type { OptionValue } from "./priceOption.ts";
import { quoteOrder } from "./quoteOrder.ts";
import type { Assessment, MarketState, Trade, VaultBooks } from "./types.ts";

/** The price of one trade and what it is made of (`Quote.sol`), in collateral. */
export interface TradePrice {
  /** Buying: what the trader pays. Selling: what the trader gets, zero where fees exceed value. */
  readonly premium: number;
  /** q·v at the fair volatility, before any clamp. */
  readonly fair: number;
  /** Changes of the two parts of R, as charged (see `OrderPrice`). */
  readonly moveCharge: number;
  readonly rentCharge: number;
  /** All fees, before clamps. */
  readonly fee: number;
  readonly feeParts: FeeParts;
  /** What the clamps in the vault's favour added to an ask or took from a bid. */
  readonly clamp: number;
  readonly option: OptionValue;
  readonly before: Assessment;
  /** R(E_low) after the trade, without stress. */
  readonly chargeAfter: number;
  /** Worst case of the whole book after the trade. */
  readonly lockAfter: number;
}

/** The price of one trade against a book: an order of one leg. */
export function quoteTrade(market: MarketState, { vault, trade }: { vault: VaultBooks; trade: Trade }): TradePrice {
  const order = quoteOrder(market, { vault, legs: [trade] });
  const [leg] = order.legs as readonly [LegPrice];
  const { moveCharge, rentCharge, fee, before, chargeAfter, lockAfter } = order;
  return {
    premium: Math.max(0, trade.quantity > 0 ? order.premium : -order.premium),
    fair: leg.fair,
    moveCharge,
    rentCharge,
    fee,
    feeParts: { ...leg.feeParts, charge: order.chargeFee },
    clamp: order.clamp + leg.clamp,
    option: leg.option,
    before,
    chargeAfter,
    lockAfter,
  };
}
