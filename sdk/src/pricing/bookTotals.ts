import { lockOf } from "./lockOf.ts";
import { atmVolatility, movesOf } from "./movesOf.ts";
import { priceOption } from "./priceOption.ts";
import type { BookExpiry, Greeks, MarketState, RiskSums, VaultBooks } from "./types.ts";

/** What a book adds up to, whatever the vault's capital. In collateral where nothing else is said. */
export interface BookTotals {
  /** Σ n·v */
  readonly value: number;
  /** Of the vault: -Σ n·… */
  readonly greeks: Greeks;
  /** Worst case over all settlement prices of a book that only writes: every put at zero, every call far in the money. */
  readonly lock: number;
  /** At the money, of the nearest expiry ahead, a year; zero where there is none. */
  readonly nearVolatility: number;
  readonly sums: RiskSums;
}

/** One pass over a book (`BookPass.run`). */
export function bookTotals(market: MarketState, vault: Pick<VaultBooks, "kind" | "book" | "params">): BookTotals {
  const rows = vault.book.map((row) => expiryTotals(market, { row, vault }));
  const sumOf = (part: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + part(row), 0);
  return {
    value: Math.max(
      0,
      sumOf((row) => row.value),
    ),
    greeks: rows.reduce<Greeks>((sum, row) => addGreeks(sum, row.greeks), NO_GREEKS),
    lock: sumOf((row) => row.lock),
    nearVolatility: rows.find(({ volatility }) => volatility > 0)?.volatility ?? 0,
    sums: {
      spotMove: sumOf((row) => row.moves.spotMove),
      volMove: sumOf((row) => row.moves.volMove),
      gammaMove: sumOf((row) => row.moves.gammaMove),
      // What is still locked once the expiries before the k-th have gone.
      locked: rows.map((_, k) => rows.slice(k).reduce((sum, row) => sum + row.lock, 0)),
      interval: rows.map((row, k) => Math.max(0, row.expiry - Math.max(market.now, rows[k - 1]?.expiry ?? market.now))),
    },
  };
}

const NO_GREEKS: Greeks = { delta: 0, gamma: 0, vega: 0, theta: 0, rho: 0 };

function addGreeks(a: Greeks, b: Greeks): Greeks {
  return {
    delta: a.delta + b.delta,
    gamma: a.gamma + b.gamma,
    vega: a.vega + b.vega,
    theta: a.theta + b.theta,
    rho: a.rho + b.rho,
  };
}

function expiryTotals(
  market: MarketState,
  { row, vault }: { row: BookExpiry; vault: Pick<VaultBooks, "kind" | "params"> },
) {
  const { kind, params } = vault;
  const { expiry } = row;
  let value = 0;
  let greeks = NO_GREEKS;
  for (const { strike, net } of row.entries) {
    if (net === 0) continue;
    const option = priceOption(market, { kind, expiry, strike });
    value += net * option.fair;
    greeks = addGreeks(greeks, {
      delta: -net * option.greeks.delta,
      gamma: -net * option.greeks.gamma,
      vega: -net * option.greeks.vega,
      theta: -net * option.greeks.theta,
      rho: -net * option.greeks.rho,
    });
  }
  return {
    expiry,
    volatility: atmVolatility(market, expiry),
    value,
    greeks,
    lock: row.entries.reduce((sum, { strike, net }) => sum + Math.max(0, net) * lockOf(kind, strike), 0),
    moves: movesOf(market, { expiry, greeks, params }),
  };
}
