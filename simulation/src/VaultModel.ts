import {
  assessTotals,
  bookTotals,
  quoteTrade,
  startRiskCapital,
  stepRiskCapital,
  USUAL_SIZE,
  type Assessment,
  type Book,
  type Capital,
  type MarketState,
  type RiskParams,
  type TradePrice,
  type VaultBooks,
} from "@bulkhead/sdk/book";
import { OptionKind } from "@bulkhead/sdk/pricing";
import { DomainError } from "@bulkhead/sdk/errors";

/** Opening leaves the lock at most at this part of actual capital (`VaultLimits.OPENING_UTILISATION`). */
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

/** Why a purchase did not come about: the vault's worst case, its share of actual capital, or the buyer's limit. */
export type Refusal = "insolvent" | "utilisation" | "limit";

/** What a purchase came to. */
export type Outcome = { readonly price: TradePrice } & (
  { readonly bought: true } | { readonly bought: false; readonly refusal: Refusal }
);

export interface VaultModelTerms {
  readonly kind: OptionKind;
  readonly params: RiskParams;
  /** What the one provider brings, collateral. */
  readonly deposit: number;
  /** Unix seconds. */
  readonly now: number;
  /** m, collateral: E starts from 100·m at most (`startRiskCapital`); left out, a hundredth of the deposit. */
  readonly doublingBase?: number;
}

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

  constructor({ kind, params, deposit, now, doublingBase = deposit / USUAL_SIZE }: VaultModelTerms) {
    if (!(deposit > 0)) throw new DomainError("deposit", { value: deposit, expected: "above zero" });
    this.kind = kind;
    this.params = params;
    this.#capital = {
      collateral: deposit,
      actual: deposit,
      ...startRiskCapital({ actual: deposit, doublingBase }),
      recentCharge: 0,
      doublingBase,
      claimShare: 0,
      updatedAt: now,
    };
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
   * the premium joins the collateral, and E takes its step. The lock must be within collateral and within nine tenths of
   * actual capital, both less what redeem requests claim.
   */
  buy(market: MarketState, { limit, ...trade }: Purchase): Outcome {
    const price = quoteTrade(market, { vault: this.books, trade });
    const { capital, claim } = price.before;
    const collateral = capital.collateral + price.premium;
    const refusal: Refusal | undefined =
      price.premium > limit
        ? "limit"
        : price.lockAfter > Math.max(0, collateral - claim)
          ? "insolvent"
          : price.lockAfter > OPENING_UTILISATION * Math.max(0, capital.actual - claim)
            ? "utilisation"
            : undefined;
    if (refusal !== undefined) return { price, bought: false, refusal };
    this.#capital = { ...capital, collateral, recentCharge: Math.max(capital.recentCharge, price.chargeAfter) };
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
    const { params } = this;
    const totals = bookTotals(market, this.books);
    for (let now = this.#capital.updatedAt + every; now < market.now; now += every) {
      this.#capital = stepRiskCapital(this.#capital, { value: totals.value, now });
    }
    const assessment = assessTotals(market, { totals, capital: this.#capital, params });
    this.#capital = assessment.capital;
    return assessment;
  }

  /** Settles an expiry at a price: what it owes leaves, the rest frees. E stays until the next priced call. */
  settle(expiry: number, price: number): number {
    const row = this.#book.find((candidate) => candidate.expiry === expiry);
    if (row === undefined) throw new DomainError("expiry", { value: expiry, expected: "live in the book" });
    const owed = row.entries.reduce((sum, { strike, net }) => sum + net * payoffOf(this.kind, { strike, price }), 0);
    this.#book = this.#book.filter((candidate) => candidate !== row);
    const { collateral, recentCharge } = this.#capital;
    // An empty book charges nothing.
    const isEmpty = this.#book.every(({ entries }) => entries.every(({ net }) => net === 0));
    this.#capital = { ...this.#capital, collateral: collateral - owed, recentCharge: isEmpty ? 0 : recentCharge };
    return owed;
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
