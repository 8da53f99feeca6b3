import { EXPIRY_SECOND, SECONDS_PER_DAY } from "../units/constants.ts";
import { fromWad } from "../units/fromWad.ts";
import type { Book, BookEntry } from "./types.ts";

/** The packed book as a vault's `book()` returns it (`Book.sol`). */
export interface PackedBook {
  readonly expiries: bigint;
  readonly quads: readonly bigint[];
  readonly tickSize: bigint;
  readonly lotSize: bigint;
}

/** One listed series exactly as the chain holds it. */
export interface ListedSeries {
  /** Unix seconds. */
  readonly expiry: bigint;
  /** WAD quote per underlying. */
  readonly strike: bigint;
  /** WAD options, positive where the vault is short. */
  readonly net: bigint;
}

const MAX_EXPIRIES = 8;
const ENTRIES_PER_QUAD = 4;

/** Unpacks a vault's book into its listed series, in order. */
export function unpackBook({ expiries, quads, tickSize, lotSize }: PackedBook): ListedSeries[] {
  const series: ListedSeries[] = [];
  let quadIndex = 0;
  for (let row = 0; row < MAX_EXPIRIES; row++) {
    const header = BigInt.asUintN(32, expiries >> BigInt(32 * row));
    if (header === 0n) break;
    const expiry = (header & 0xffffn) * BigInt(SECONDS_PER_DAY) + BigInt(EXPIRY_SECOND);
    const count = Number((header >> 16n) & 0xffn);
    for (let index = 0; index < count; index++) {
      const quad = quads[quadIndex + Math.floor(index / ENTRIES_PER_QUAD)] ?? 0n;
      const entry = quad >> BigInt(64 * (index % ENTRIES_PER_QUAD));
      const lots = BigInt.asIntN(40, entry >> 24n);
      series.push({ expiry, strike: (entry & 0xffffffn) * tickSize, net: lots * lotSize });
    }
    quadIndex += Math.ceil(count / ENTRIES_PER_QUAD);
  }
  return series;
}

/** The packed book in double precision, as `assessBook` takes it. */
export function decodeBook(packed: PackedBook): Book {
  const rows = new Map<number, BookEntry[]>();
  for (const { expiry, strike, net } of unpackBook(packed)) {
    const entries = rows.get(Number(expiry)) ?? [];
    entries.push({ strike: fromWad(strike), net: fromWad(net) });
    rows.set(Number(expiry), entries);
  }
  return [...rows].map(([expiry, entries]) => ({ expiry, entries }));
}
