import {
  fromWad,
  OptionKind,
  priceOption,
  SECONDS_PER_YEAR,
  type BookExpiry,
  type Capital,
  type RiskParams,
  type VaultBooks,
} from "@bulkhead/sdk";

import { lockOf } from "../../sdk/src/pricing/lockOf.ts";
import type { QuoteMarket } from "./quoteMarket.ts";

/** Risk capital of a vault, in units of the underlying. */
export const CAPITAL = 100;

export interface RestingTerms {
  readonly kind: OptionKind;
  readonly params: RiskParams;
  /** Lock over risk capital. */
  readonly utilisation: number;
}

/**
 * A vault that has long been as it is, so that its risk capital is its collateral less what its options are worth: in every
 * expiry that vaults list, as much collateral is locked, in equal amounts of each strike of the ladder that may be sold.
 */
export function restingVault(market: QuoteMarket, { kind, params, utilisation }: RestingTerms): VaultBooks {
  const { state, listed } = market;
  const riskCapital = kind === OptionKind.Call ? CAPITAL : CAPITAL * state.spot;
  const each = (utilisation * riskCapital) / listed.length;
  const book = listed.map((expiry): BookExpiry => {
    const strikes = ladderOf(market, { kind, expiry });
    const lock = strikes.reduce((sum, strike) => sum + lockOf(kind, strike), 0);
    return { expiry, entries: strikes.map((strike) => ({ strike, net: each / lock })) };
  });
  const value = book
    .flatMap(({ expiry, entries }) =>
      entries.map(({ strike, net }) => net * priceOption(state, { kind, expiry, strike }).fair),
    )
    .reduce((sum, worth) => sum + worth, 0);
  const capital: Capital = {
    collateral: riskCapital + value,
    riskCapital,
    actual: riskCapital,
    fresh: 0,
    recentCharge: 0,
    doublingBase: 0,
    claimShare: 0,
    updatedAt: state.now,
  };
  return { kind, params, book, capital };
}

/** The vault with so many more options of one series written; its risk capital unmoved. */
export function withWritten(
  { book, ...vault }: VaultBooks,
  { expiry, strike, net }: { expiry: number; strike: number; net: number },
): VaultBooks {
  const rows = book.some((row) => row.expiry === expiry)
    ? book
    : [...book, { expiry, entries: [] }].sort((a, b) => a.expiry - b.expiry);
  const grown = rows.map((row) => {
    if (row.expiry !== expiry) return row;
    const before = row.entries.find((entry) => entry.strike === strike)?.net ?? 0;
    const others = row.entries.filter((entry) => entry.strike !== strike);
    return { expiry, entries: [...others, { strike, net: before + net }] };
  });
  return { ...vault, book: grown };
}

/** The strikes that a vault lists (`StrikeLadder.sol`) and, by their delta, sells; where none is, the one at the money. */
function ladderOf(
  { state, series }: Pick<QuoteMarket, "state" | "series">,
  { kind, expiry }: { kind: OptionKind; expiry: number },
): number[] {
  const { forward, volatility } = priceOption(state, { kind, expiry, strike: state.spot });
  const step = fromWad(series.ladderStep) * volatility * Math.sqrt((expiry - state.now) / SECONDS_PER_YEAR);
  const tick = fromWad(series.tickSize);
  const onGrid = (strike: number): number => Math.max(1, Math.round(strike / tick)) * tick;
  const middle = (series.strikesPerExpiry - 1) / 2;
  const strikes = new Set(
    Array.from({ length: series.strikesPerExpiry }, (_, i) => onGrid(forward * Math.exp((i - middle) * step))),
  );
  const sold = [...strikes].filter((strike) => isSold({ state, series }, { kind, expiry, strike }));
  return sold.length > 0 ? sold : [onGrid(forward)];
}

/** Whether a vault would sell an option, by its delta. */
export function isSold(
  { state, series }: Pick<QuoteMarket, "state" | "series">,
  terms: { kind: OptionKind; expiry: number; strike: number },
): boolean {
  const delta = Math.abs(priceOption(state, terms).spotDelta);
  return delta >= fromWad(series.minDelta) && delta <= fromWad(series.maxDelta);
}
