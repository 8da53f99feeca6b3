import type { Leg } from "./portfolios.ts";

/** A fraction of two whole numbers, the second positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const ZERO: Fraction = { over: 0n, under: 1n };
const isLess = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
const sum = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/** ⌈a · units⌉ */
export const roundedUp = ({ over, under }: Fraction, units: bigint): bigint => (over * units + under - 1n) / under;

/** What legs owe at a price, exactly: dollars for puts, underlying for calls. */
function owedAt(legs: readonly Leg[], isPut: boolean, cents: bigint): Fraction {
  let owed = 0n;
  for (const { strike, short } of legs) {
    const inside = isPut ? BigInt(strike) * 100n - cents : cents - BigInt(strike) * 100n;
    if (inside > 0n) owed += BigInt(short) * inside;
  }
  // Hundredths of options by cents; a call's payoff is divided by the price.
  return { over: owed, under: isPut ? 10_000n : 100n * cents };
}

/** What calls owe where the price rises without bound. */
const owedFarAbove = (legs: readonly Leg[]): Fraction => ({
  over: legs.reduce((total, { short }) => total + BigInt(short), 0n),
  under: 100n,
});

/**
 * The most that legs can owe: over every tenth of a dollar up to twice the highest strike, and both ends, one expiry by itself.
 * Knows nothing of where a maximum must lie.
 */
export function worstOf(legs: readonly Leg[], isPut: boolean): Fraction[] {
  return [false, true].map((isFar) => {
    const of = legs.filter(({ far = false }) => far === isFar);
    const highest = Math.max(0, ...of.map(({ strike }) => strike));
    let worst = ZERO;
    for (let cents = 10n; cents <= BigInt(highest) * 200n; cents += 10n) {
      const owed = owedAt(of, isPut, cents);
      if (isLess(worst, owed)) worst = owed;
    }
    const end = isPut ? owedAt(of, true, 0n) : owedFarAbove(of);
    return isLess(worst, end) ? end : worst;
  });
}

export const total = (parts: readonly Fraction[]): Fraction => parts.reduce(sum, ZERO);
