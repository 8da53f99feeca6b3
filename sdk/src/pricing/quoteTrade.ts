import { DomainError } from "../errors/DomainError.ts";
import { assessBook } from "./assessBook.ts";
import { OptionKind } from "./OptionKind.ts";
import { priceOption, type OptionValue } from "./priceOption.ts";
import { riskCharge } from "./riskCharge.ts";
import type { Assessment, Book, MarketState, Trade, VaultBooks } from "./types.ts";

/** What the fee of a trade is made of, in collateral. */
export interface FeeParts {
  /** q·min(f·S, g·v) */
  readonly notional: number;
  /** ρ_f·|ΔR| */
  readonly charge: number;
  /** f_lock·|Δlock| */
  readonly lock: number;
  /** q·c_S·|D| */
  readonly spotDoubt: number;
  /** q·c_σ·V */
  readonly volDoubt: number;
}

/** The price of one trade and what it is made of (`Quote.sol`), in collateral. */
export interface TradePrice {
  /** Buying: what the trader pays. Selling: what the trader gets, zero where fees exceed value. */
  readonly premium: number;
  readonly fair: number;
  readonly moveCharge: number;
  readonly rentCharge: number;
  readonly fee: number;
  readonly feeParts: FeeParts;
  /** What the clamps in the vault's favour added to an ask or took from a bid. */
  readonly clamp: number;
  readonly option: OptionValue;
  readonly before: Assessment;
  readonly chargeAfter: number;
  readonly lockAfter: number;
}

/**
 * The price of one trade against a book (`IPremiumOracle.quote`): q·v + ΔR + fee for an ask, |q|·v - ΔR - fee for a bid,
 * then the clamps, which only ever favour the vault.
 */
export function quoteTrade(market: MarketState, { vault, trade }: { vault: VaultBooks; trade: Trade }): TradePrice {
  if (!Number.isFinite(trade.quantity) || trade.quantity === 0) {
    throw new DomainError("quantity", { value: trade.quantity, expected: "a number other than zero" });
  }
  const before = assessBook(market, vault);
  const after = assessBook(market, { ...vault, book: traded(vault.book, trade) });
  const chargeAfter = riskCharge(after.sums, { params: vault.params, riskCapital: before.riskCapital });
  const option = priceOption(market, { kind: vault.kind, expiry: trade.expiry, strike: trade.strike });

  const quantity = Math.abs(trade.quantity);
  const isBuy = trade.quantity > 0;
  const move = chargeAfter.moveCharge - before.moveCharge;
  const rent = chargeAfter.rentCharge - before.rentCharge;
  const stress = isBuy && move + rent > 0 ? vault.params.stress : 1;
  const staleBid = !isBuy && market.surfaceStale === true;
  // A stale bid is priced at σ - c_σ already: the fee for the same uncertainty is left out.
  const feeParts = tradeFee(vault, {
    spot: market.spot,
    option,
    quantity,
    chargeStep: move + rent,
    lockStep: after.lock - before.lock,
    spotConfidence: before.spotConfidence,
    volConfidence: staleBid ? 0 : market.volConfidence,
  });
  const { notional, charge, lock, spotDoubt, volDoubt } = feeParts;
  const fee = notional + charge + lock + spotDoubt + volDoubt;
  const parts = {
    fair: quantity * option.fair,
    moveCharge: move * stress,
    rentCharge: rent * stress,
    fee,
    feeParts,
    option,
    before,
    chargeAfter: chargeAfter.moveCharge + chargeAfter.rentCharge,
    lockAfter: after.lock,
  };
  const step = parts.moveCharge + parts.rentCharge;
  if (isBuy) {
    const raw = Math.max(0, parts.fair + step + fee);
    const floor = quantity * Math.max(option.intrinsic, realisedValue(market, { vault, trade, option }));
    const premium = Math.max(raw, floor);
    return { ...parts, premium, clamp: premium - raw };
  }
  const held = staleBid ? quantity * staleValue(market, { vault, trade, option }) : parts.fair;
  const raw = Math.max(0, parts.fair - step - fee);
  const ceiling = Math.min(held - step - fee, before.lock - after.lock, quantity * option.largest);
  const premium = Math.max(0, Math.min(raw, ceiling));
  return { ...parts, premium, clamp: raw - premium };
}

interface FeeInput {
  readonly spot: number;
  readonly option: OptionValue;
  readonly quantity: number;
  readonly chargeStep: number;
  readonly lockStep: number;
  readonly spotConfidence: number;
  readonly volConfidence: number;
}

/** q·min(f·S, g·v) + ρ_f·|ΔR| + f_lock·|Δlock| + q·(c_S·|D| + c_σ·V), the third at most g·q·v where the tier caps it. */
function tradeFee({ params, kind }: VaultBooks, input: FeeInput): FeeParts {
  const { quantity } = input;
  const { fair, greeks } = input.option;
  const spot = kind === OptionKind.Call ? 1 : input.spot;
  const most = params.premiumFeeCap * fair;
  const lock = params.lockFee * Math.abs(input.lockStep);
  const confidenceFactor = Math.max(1, params.confidenceFactor);
  return {
    notional: quantity * Math.min(params.notionalFee * spot, most),
    charge: params.chargeFee * Math.abs(input.chargeStep),
    lock: params.lockFeeCapped === true ? Math.min(lock, quantity * most) : lock,
    spotDoubt: quantity * input.spotConfidence * Math.abs(greeks.delta) * confidenceFactor,
    volDoubt: quantity * input.volConfidence * Math.abs(greeks.vega) * confidenceFactor,
  };
}

interface SeriesContext {
  readonly vault: VaultBooks;
  readonly trade: Trade;
  readonly option: OptionValue;
}

/** The option at realised volatility where that is above the smile's: no ask goes under it. */
function realisedValue(market: MarketState, { vault, trade, option }: SeriesContext): number {
  const volatility = market.realisedVolatility ?? 0;
  if (volatility <= option.volatility) return 0;
  return priceOption(market, { kind: vault.kind, expiry: trade.expiry, strike: trade.strike, volatility }).fair;
}

/** What a stale surface is trusted for when the vault buys: σ - c_σ. */
function staleValue(market: MarketState, { vault, trade, option }: SeriesContext): number {
  const volatility = Math.max(0, option.volatility - market.volConfidence);
  return priceOption(market, { kind: vault.kind, expiry: trade.expiry, strike: trade.strike, volatility }).fair;
}

/** The book with the trade in it; the expiry must be live, the strike may be new. */
function traded(book: Book, { expiry, strike, quantity }: Trade): Book {
  if (!book.some((row) => row.expiry === expiry)) {
    throw new DomainError("expiry", { value: expiry, expected: "live in the book" });
  }
  return book.map((row) => {
    if (row.expiry !== expiry) return row;
    const known = row.entries.some((entry) => entry.strike === strike);
    const entries = row.entries.map((entry) =>
      entry.strike === strike ? { strike, net: entry.net + quantity } : entry,
    );
    return { expiry, entries: known ? entries : [...entries, { strike, net: quantity }] };
  });
}
