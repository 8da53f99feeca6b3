import { CsvError, parse } from "csv-parse/sync";

import { ChainFileError } from "../errors/ChainFileError.ts";
import { ChainBook } from "./ChainBook.ts";
import { chainColumns } from "./chainColumns.ts";
import type { ChainFile } from "./ChainFile.ts";
import { ChainRow, type CsvRecord } from "./ChainRow.ts";

export interface ReadOptions {
  /** Unix seconds of the observation, where the file does not say. */
  readonly observedAt: number;
}

/** More rows than any exchange lists options of one underlying. */
const MOST_ROWS = 20_000;

/**
 * Reads option quotes from CSV (comma, semicolon or tab; with a header line; see `CHAIN_ALIASES` for the columns). Bid
 * and ask are in units of the underlying unless their column ends in `_usd`; strike, forward and spot always in
 * dollars. A cell without bid or ask means that nobody quotes that side; a file without both columns is read at its
 * mark volatilities, in per cent unless their column ends in `_fraction`.
 * @throws ChainFileError with the line and column of the first mistake
 */
export function readOptionChain(csv: string, { observedAt }: ReadOptions): ChainFile {
  const [header, ...records] = recordsOf(csv);
  if (header === undefined) {
    throw new ChainFileError({ line: 0 }, { expected: "a header line and option quotes", got: "an empty file" });
  }
  const columns = chainColumns(header.cells);
  if (records.length === 0 || records.length > MOST_ROWS) {
    throw new ChainFileError({ line: 0 }, { expected: `1 to ${MOST_ROWS} option quotes`, got: `${records.length}` });
  }
  const rows = records.map((record) => new ChainRow(record, columns));
  const book = new ChainBook(rows[0]?.observedAt() ?? observedAt);
  for (const row of rows) book.enter(row);
  return book.chain();
}

function recordsOf(csv: string): CsvRecord[] {
  if (csv.includes("\0")) {
    throw new ChainFileError({ line: 0 }, { expected: "a text file", got: "binary data", action: "give a CSV file" });
  }
  try {
    const rows = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error["lines"] ?? 0);
    throw new ChainFileError({ line }, { expected: "a well-formed line of CSV", got: error.message });
  }
}

/** Whichever of the three the header has most of. */
function delimiterOf(csv: string): string {
  const header = csv.slice(0, csv.search(/[\r\n]|$/));
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most));
}
