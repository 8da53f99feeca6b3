import { OptionKind } from "./OptionKind.ts";

/** Collateral that one option locks, its worst case: one underlying, or the strike in quote. */
export function lockOf(kind: OptionKind, strike: number): number {
  return kind === OptionKind.Call ? 1 : strike;
}
