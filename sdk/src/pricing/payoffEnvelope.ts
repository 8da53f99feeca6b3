import { OptionKind } from "./OptionKind.ts";
import type { BookEntry } from "./types.ts";

/**
 * The most an expiry can cost over all settlement prices P, in collateral: sup Σ n·payoff(P), never below zero.
 *
 * Between strikes a put book's payoff is linear in P and a call book's is A - B/P, monotone: the strikes and both ends suffice.
 */
export function payoffEnvelope(kind: OptionKind, entries: readonly BookEntry[]): number {
  const at = (payoff: (strike: number) => number): number =>
    entries.reduce((sum, { strike, net }) => sum + net * payoff(strike), 0);
  if (kind === OptionKind.Put) {
    const prices = [0, ...entries.map(({ strike }) => strike)];
    return Math.max(0, ...prices.map((price) => at((strike) => Math.max(0, strike - price))));
  }
  // In 1/P, with P → ∞ at zero: each call pays max(0, 1 - K/P).
  const inverses = [0, ...entries.map(({ strike }) => 1 / strike)];
  return Math.max(0, ...inverses.map((inverse) => at((strike) => Math.max(0, 1 - strike * inverse))));
}
