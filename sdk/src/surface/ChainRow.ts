import { z } from "zod";

import { ChainFileError } from "../errors/ChainFileError.ts";
import { shortened } from "../errors/shortened.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import { SECONDS_PER_YEAR } from "../units/constants.ts";
import type { ChainColumn, ChainField } from "./chainColumns.ts";
import { parseExpiry, parseInstrument } from "./parseInstrument.ts";

/** A line of the file, as text. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const MS_PER_SECOND = 1_000;
/** Times from here on are in milliseconds: in seconds it would be the year 5138. */
const MILLISECONDS_FROM = 10 ** 11;
const MILLISECONDS_END = 10 ** 14;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const decimal = z
  .string()
  .regex(NUMBER, "a number with a decimal point")
  .transform(Number)
  .pipe(z.number("a finite number"));
/** What prices may be: `blackScholes` takes no larger ones. */
const MOST_PRICE = 1e30;
export const MOST_YEARS = 100;
/** 10,000 % */
const MOST_VOLATILITY = 100;
const positive = decimal.refine((value) => value > 0, "a number above 0");
const atLeastZero = decimal.refine((value) => value >= 0, "a number of at least 0");
const price = positive.refine((value) => value <= MOST_PRICE, `a price of at most ${MOST_PRICE}`);
const premium = atLeastZero.refine((value) => value <= MOST_PRICE, `a price of at most ${MOST_PRICE}`);
const years = positive.refine((value) => value <= MOST_YEARS, `at most ${MOST_YEARS} years`);
const timestamp = positive.refine((value) => value < MILLISECONDS_END, "unix seconds or milliseconds");
const kind = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["c", "call", "p", "put"], "call, put, C or P"))
  .transform((text) => (text.startsWith("c") ? OptionKind.Call : OptionKind.Put));
const expiryTime = z.string().transform((text, context) => {
  const time = parseExpiry(text);
  if (time !== undefined) return time;
  context.addIssue({ code: "custom", message: "a date such as 27JUN25 or 2025-06-27, or unix seconds" });
  return z.NEVER;
});
const instrumentName = z.string().transform((text, context) => {
  const named = parseInstrument(text);
  if (named !== undefined) return named;
  context.addIssue({ code: "custom", message: "a name such as BTC-27JUN25-100000-C" });
  return z.NEVER;
});
const instrument = instrumentName.refine(
  ({ strike }) => price.safeParse(String(strike)).success,
  `a strike above 0 and of at most ${MOST_PRICE} in the name`,
);

/** Without a unit 0.65 may be 65 %, or less than any option has: numbers under this are asked about. */
const CLEARLY_PER_CENT = 5;
const PER_CENT = 100;
const mostVolatility = `a volatility of at most ${MOST_VOLATILITY * PER_CENT} %`;
const percentage = atLeastZero.refine((value) => value <= MOST_VOLATILITY * PER_CENT, mostVolatility);

/** Volatilities a year, by the unit that their column names; per cent where it names none. */
const volatility = {
  percent: percentage.transform((value) => value / PER_CENT),
  fraction: atLeastZero.refine((value) => value <= MOST_VOLATILITY, mostVolatility),
  unnamed: percentage
    .refine(
      (value) => value === 0 || value >= CLEARLY_PER_CENT,
      "a volatility in per cent, or its unit in the column's name (_pct for 65, _fraction for 0.65)",
    )
    .transform((value) => value / PER_CENT),
};

/** What cells hold. */
export const cells = { atLeastZero, price, premium, years, kind, expiryTime, instrument, volatility };

/** One option's line. */
export class ChainRow {
  readonly #record: CsvRecord;
  readonly #columns: ReadonlyMap<ChainField, ChainColumn>;

  constructor(record: CsvRecord, columns: ReadonlyMap<ChainField, ChainColumn>) {
    this.#record = record;
    this.#columns = columns;
  }

  get line(): number {
    return this.#record.line;
  }

  has(field: ChainField): boolean {
    return this.#columns.has(field);
  }

  column(field: ChainField): ChainColumn | undefined {
    return this.#columns.get(field);
  }

  /** A cell by its schema; undefined where the file has no such column or the cell is empty. */
  read<T>(field: ChainField, schema: z.ZodType<T>): T | undefined {
    const column = this.#columns.get(field);
    const text = column === undefined ? "" : (this.#record.cells[column.index] ?? "");
    if (text === "") return undefined;
    const { success, data, error } = schema.safeParse(text);
    if (success) return data;
    throw this.mistake(field, { expected: error.issues[0]?.message ?? "another value", got: `"${shortened(text)}"` });
  }

  /** Complains of a cell that may not be empty. */
  missing(field: ChainField): never {
    const shown = this.has(field) ? field : "instrument";
    throw this.mistake(shown, { expected: `a value for ${field}`, got: "an empty cell" });
  }

  mistake(field: ChainField, what: { expected: string; got: string; action?: string }): ChainFileError {
    const header = this.#columns.get(field)?.header;
    return new ChainFileError({ line: this.#record.line, ...(header === undefined ? {} : { column: header }) }, what);
  }

  /** Unix seconds at which the line was observed; where only years are given beside a date, what they say. */
  observedAt(): number | undefined {
    const time = this.read("observedAt", timestamp);
    if (time !== undefined) return Math.round(time >= MILLISECONDS_FROM ? time / MS_PER_SECOND : time);
    const expiry = this.read("expiry", expiryTime) ?? this.read("instrument", instrument)?.expiry;
    const left = this.read("years", years);
    return expiry === undefined || left === undefined ? undefined : Math.round(expiry - left * SECONDS_PER_YEAR);
  }
}
