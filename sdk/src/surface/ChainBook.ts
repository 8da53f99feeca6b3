import { blackScholes } from "../pricing/blackScholes.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import type { ChainField } from "./chainColumns.ts";
import type { ChainFile } from "./ChainFile.ts";
import { cells, MOST_YEARS, type ChainRow } from "./ChainRow.ts";
import type { ExpiryQuotes, OptionQuote } from "./OptionChain.ts";

/** An option of a chain. */
type Terms = Pick<OptionQuote, "kind" | "strike">;

/** Forwards of one expiry may differ by so much from line to line: they move while a chain is read. */
const FORWARD_TOLERANCE = 0.01;
const SECONDS_PER_MINUTE = 60;

/** Collects the lines of a file by expiry. */
export class ChainBook {
  readonly #observedAt: number;
  readonly #expiries = new Map<number, { forward: number; quotes: OptionQuote[] }>();
  /** The line of each option. */
  readonly #lines = new Map<string, number>();
  readonly #traded = new Set<string>();
  #tellsTrades = false;
  #underlying: string | undefined;
  #spot: number | undefined;

  constructor(observedAt: number) {
    this.#observedAt = observedAt;
  }

  /** Enters a line. @throws ChainFileError at the first of its cells that cannot be */
  enter(row: ChainRow): void {
    const named = row.read("instrument", cells.instrument);
    const strike = row.read("strike", cells.price) ?? named?.strike ?? row.missing("strike");
    const kind = row.read("kind", cells.kind) ?? named?.kind ?? row.missing("kind");
    const expiry = this.#expiryOf(row, named?.expiry);
    const forward = row.read("forward", cells.price) ?? row.missing("forward");
    const known = this.#expiries.get(expiry) ?? { forward, quotes: [] };
    if (Math.abs(forward / known.forward - 1) > FORWARD_TOLERANCE) {
      const expected = `about ${known.forward}, as on other lines of that expiry`;
      throw row.mistake("forward", { expected, got: String(forward) });
    }
    this.#noteUnderlying(row, named?.underlying);
    this.#spot ??= row.read("spot", cells.price);
    const key = keyOf(expiry, { kind, strike });
    const before = this.#lines.get(key);
    if (before !== undefined) {
      const field = named === undefined ? "strike" : "instrument";
      throw row.mistake(field, { expected: "each option once", got: `the option of line ${before}` });
    }
    this.#lines.set(key, row.line);
    this.#noteTrades(row, key);
    const years = (expiry - this.#observedAt) / SECONDS_PER_YEAR;
    known.quotes.push({ kind, strike, ...pricesOf(row, { kind, strike, forward, years }) });
    this.#expiries.set(expiry, known);
  }

  chain(): ChainFile {
    const expiries = [...this.#expiries]
      .map(([expiry, { forward, quotes }]): ExpiryQuotes => ({ expiry, forward, quotes }))
      .sort((a, b) => a.expiry - b.expiry);
    return {
      observedAt: this.#observedAt,
      expiries,
      spot: this.#spot ?? expiries[0]?.forward ?? 0,
      ...(this.#underlying === undefined ? {} : { underlying: this.#underlying }),
      isTraded: (expiry, option) => !this.#tellsTrades || this.#traded.has(keyOf(expiry, option)),
    };
  }

  /** A date says it exactly; years, which a file may count anew on every line, to the minute. */
  #expiryOf(row: ChainRow, named: number | undefined): number {
    const years = row.read("years", cells.years);
    const dated = row.read("expiry", cells.expiryTime) ?? named;
    const reckoned = years === undefined ? undefined : toMinute(this.#observedAt + years * SECONDS_PER_YEAR);
    const expiry = dated ?? reckoned ?? row.missing("expiry");
    const field = (["expiry", "instrument"] as const).find((candidate) => row.has(candidate)) ?? "years";
    if (expiry - this.#observedAt > MOST_YEARS * SECONDS_PER_YEAR) {
      throw row.mistake(field, { expected: `an expiry within ${MOST_YEARS} years`, got: iso(expiry) });
    }
    if (expiry > this.#observedAt) return expiry;
    throw row.mistake(field, {
      expected: `an expiry after ${iso(this.#observedAt)}`,
      got: iso(expiry),
      action: row.has("observedAt") ? "leave the line out" : "say in a timestamp column when the quotes were seen",
    });
  }

  #noteUnderlying(row: ChainRow, named: string | undefined): void {
    const underlying = named ?? row.column("bid")?.underlying?.toUpperCase();
    if (underlying === undefined) return;
    if (this.#underlying !== undefined && this.#underlying !== underlying) {
      throw row.mistake("instrument", { expected: `options of one underlying, ${this.#underlying}`, got: underlying });
    }
    this.#underlying = underlying;
  }

  #noteTrades(row: ChainRow, key: string): void {
    const told = (["openInterest", "volume"] as const).filter((field) => row.has(field));
    const amounts = told.map((field) => row.read(field, cells.atLeastZero) ?? 0);
    if (told.length > 0) this.#tellsTrades = true;
    if (amounts.some((amount) => amount > 0)) this.#traded.add(key);
  }
}

function keyOf(expiry: number, { kind, strike }: Terms): string {
  return `${expiry}:${kind}:${strike}`;
}

function toMinute(time: number): number {
  return Math.round(time / SECONDS_PER_MINUTE) * SECONDS_PER_MINUTE;
}

function iso(time: number): string {
  return new Date(time * 1_000).toISOString();
}

/** Bid and ask in quote; both at the mark volatility where the file has neither column. */
function pricesOf(
  row: ChainRow,
  { kind, strike, forward, years }: Terms & { forward: number; years: number },
): Pick<OptionQuote, "bid" | "ask"> {
  const inQuote = (field: ChainField): number | undefined => {
    const price = row.read(field, cells.premium);
    return price === undefined || row.column(field)?.inUsd === true ? price : price * forward;
  };
  if (!row.has("bid")) {
    const volatility = row.read("markVolatility", cells.volatility[row.column("markVolatility")?.unit ?? "unnamed"]);
    if (volatility === undefined || volatility === 0) return {};
    const { call, put } = blackScholes({ spot: forward, strike, years, volatility });
    const price = kind === OptionKind.Call ? call : put;
    return { bid: price, ask: price };
  }
  const [bid, ask] = [inQuote("bid"), inQuote("ask")];
  // An ask of zero, as some exchanges write it, is none.
  if (bid !== undefined && ask !== undefined && ask > 0 && bid > ask) {
    throw row.mistake("bid", { expected: `at most the ask, ${ask} dollars`, got: `${bid} dollars` });
  }
  return {
    ...(bid === undefined ? {} : { bid }),
    ...(ask === undefined || ask === 0 ? {} : { ask }),
  };
}
