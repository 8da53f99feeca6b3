import { assessBook } from "../pricing/assessBook.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import { quoteTrade, type TradePrice } from "../pricing/quoteTrade.ts";
import { riskCharge } from "../pricing/riskCharge.ts";
import { stepRiskCapital } from "../pricing/stepRiskCapital.ts";
import type { Assessment, Book, Capital, MarketState, RiskParams, VaultBooks } from "../pricing/types.ts";
import { DomainError } from "../errors/DomainError.ts";

/** Opening leaves lock/E at most here (`VaultLimits.OPENING_UTILISATION`). */
const OPENING_UTILISATION = 0.9;

/** A purchase that a buyer offers to make. */
export interface Purchase {
  readonly expiry: number;
  readonly strike: number;
  /** Options. */
  readonly quantity: number;
  /** Most that the buyer pays, collateral. */
  readonly limit: number;
}

/** Why a purchase did not come about: the vault's worst case, its share of E, or the buyer's limit. */
export type Refusal = "insolvent" | "utilisation" | "limit";

/** What a purchase came to. */
export type Outcome = { readonly price: TradePrice } & (
  { readonly bought: true } | { readonly bought: false; readonly refusal: Refusal }
);

/**
 * The economics of one `OptionVault` in doubles: collateral, risk capital, book, and what trades, settlements and the mere
 * passing of time do to them. It knows no shares, rounding, reserve or roles: with one provider who stays, NAV over what
 * was deposited is the share price, and what is owed to holders has left the vault when it is settled.
 */
export class VaultModel {
  readonly kind: OptionKind;
  readonly params: RiskParams;
  #book: Book = [];
  #capital: Capital;

  constructor({ kind, params, deposit, now }: { kind: OptionKind; params: RiskParams; deposit: number; now: number }) {
    if (!(deposit > 0)) throw new DomainError("deposit", { value: deposit, expected: "above zero" });
    this.kind = kind;
    this.params = params;
    this.#capital = { collateral: deposit, riskCapital: deposit, updatedAt: now };
  }

  /** The vault as the premium oracle sees it. */
  get books(): VaultBooks {
    return { kind: this.kind, book: this.#book, capital: this.#capital, params: this.params };
  }

  /** Opens an expiry (unix seconds); a live one stays as it is. */
  open(expiry: number): void {
    if (this.#book.some((row) => row.expiry === expiry)) return;
    this.#book = [...this.#book, { expiry, entries: [] }].sort((a, b) => a.expiry - b.expiry);
  }

  /**
   * Writes options to a buyer if the vault may and the price is within the buyer's limit, as `OptionVault.buy` does:
   * the premium joins the collateral, and E takes its step.
   */
  buy(market: MarketState, { limit, ...trade }: Purchase): Outcome {
    const price = quoteTrade(market, { vault: this.books, trade });
    const { riskCapital } = price.before;
    const collateral = this.#capital.collateral + price.premium;
    const refusal: Refusal | undefined =
      price.premium > limit
        ? "limit"
        : price.lockAfter > collateral
          ? "insolvent"
          : price.lockAfter > OPENING_UTILISATION * riskCapital
            ? "utilisation"
            : undefined;
    if (refusal !== undefined) return { price, bought: false, refusal };
    this.#capital = { collateral, riskCapital, updatedAt: market.now };
    this.#book = this.#book.map((row) =>
      row.expiry === trade.expiry ? { ...row, entries: written(row.entries, trade) } : row,
    );
    return { price, bought: true };
  }

  /**
   * One pass over the book now, with E's rule applied and kept, as any priced call does.
   * @param every seconds between priced calls since the last one, taken to have seen today's value; left out, this is
   * the first
   */
  mark(market: MarketState, every = Infinity): Assessment {
    const now = assessBook(market, this.books);
    const { value } = now;
    for (let at = this.#capital.updatedAt + every; at < market.now; at += every) this.#touch(value, at);
    this.#touch(value, market.now);
    const { riskCapital, collateral } = this.#capital;
    const charge = riskCharge(now.sums, { params: this.params, riskCapital });
    return { ...now, riskCapital, ...charge, nav: collateral - value - charge.moveCharge - charge.rentCharge };
  }

  /** Settles an expiry at a price: what it owes leaves, the rest frees. E stays until the next priced call. */
  settle(expiry: number, price: number): number {
    const row = this.#book.find((candidate) => candidate.expiry === expiry);
    if (row === undefined) throw new DomainError("expiry", { value: expiry, expected: "live in the book" });
    const owed = row.entries.reduce((sum, { strike, net }) => sum + net * payoffOf(this.kind, { strike, price }), 0);
    this.#book = this.#book.filter((candidate) => candidate !== row);
    this.#capital = { ...this.#capital, collateral: this.#capital.collateral - owed };
    return owed;
  }

  #touch(value: number, now: number): void {
    const riskCapital = stepRiskCapital(this.#capital, { value, now });
    this.#capital = { ...this.#capital, riskCapital, updatedAt: now };
  }
}

/** What one option pays in the vault's collateral: (P − K)⁺/P underlying, or (K − P)⁺ quote. */
function payoffOf(kind: OptionKind, { strike, price }: { strike: number; price: number }): number {
  return kind === OptionKind.Call ? Math.max(0, price - strike) / price : Math.max(0, strike - price);
}

function written(
  entries: Book[number]["entries"],
  { strike, quantity }: { strike: number; quantity: number },
): Book[number]["entries"] {
  const known = entries.some((entry) => entry.strike === strike);
  if (!known) return [...entries, { strike, net: quantity }];
  return entries.map((entry) => (entry.strike === strike ? { strike, net: entry.net + quantity } : entry));
}
