import { assessTotals } from "./assessTotals.ts";
import { bookTotals } from "./bookTotals.ts";
import type { Assessment, MarketState, VaultBooks } from "./types.ts";

/** One pass over a book: value, Greeks, worst case, this block's step of E, risk charge, NAV (`IPremiumOracle.assess`). */
export function assessBook(market: MarketState, vault: VaultBooks): Assessment {
  return assessTotals(market, { totals: bookTotals(market, vault), capital: vault.capital, params: vault.params });
}
