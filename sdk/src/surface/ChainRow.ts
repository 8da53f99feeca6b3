import { z } from "zod";

import { ChainFileError } from "../errors/ChainFileError.ts";
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

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const decimal = z
  .string()
  .regex(NUMBER, "a number with a decimal point")
  .transform(Number)
  .pipe(z.number("a finite number"));
const positive = decimal.refine((value) => value > 0, "a number above 0");
const atLeastZero = decimal.refine((value) => value >= 0, "a number of at least 0");
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
  const instrument = parseInstrument(text);
  if (instrument !== undefined) return instrument;
  context.addIssue({ code: "custom", message: "a name such as BTC-27JUN25-100000-C" });
  return z.NEVER;
});

/** What cells hold. */
export const cells = { positive, atLeastZero, kind, expiryTime, instrumentName };

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
    throw this.mistake(field, { expected: error.issues[0]?.message ?? "another value", got: `"${text}"` });
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
    const time = this.read("observedAt", positive);
    if (time !== undefined) return Math.round(time >= MILLISECONDS_FROM ? time / MS_PER_SECOND : time);
    const expiry = this.read("expiry", expiryTime) ?? this.read("instrument", instrumentName)?.expiry;
    const years = this.read("years", positive);
    return expiry === undefined || years === undefined ? undefined : Math.round(expiry - years * SECONDS_PER_YEAR);
  }
}
