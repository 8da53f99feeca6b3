import Table from "cli-table3";

/** A cell of a table: already formatted for people. */
export type Cell = string | number;

/** One table of results: for people as columns, for programs as records. */
export interface Results {
  /** Short name of the table, the `table` field of each JSON line. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** A row's cells for people and the same row for programs (amounts as decimal strings). */
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly record: Readonly<Record<string, unknown>> }[];
}

/** Where the demo writes: results on one stream, progress on another. */
export interface Output {
  results(results: Results): void;
  /** One line about what has just happened in the story. */
  story(line: string): void;
  /** How far the run is, 0 .. 1; overwritten in place on a terminal. */
  progress(fraction: number, label: string): void;
}

export interface Streams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };
}

/** A number with its unit, or what stands for none. */
const IS_NUMBER = /^([+-]?\d[\d,.]*( .*)?|-)$/;

/** Whether a cell is one to be lined up with the numbers above and below. */
export function isNumber(cell: Cell | undefined): boolean {
  return IS_NUMBER.test(String(cell));
}

const BAR_WIDTH = 24;
const CLEAR_LINE = "\r\u001b[2K";

/** Prints tables, or JSON lines where `json` is set, to `out`; story and progress to `err`. */
export function openOutput({ out, err }: Streams, { json }: { json: boolean }): Output {
  const onTerminal = err.isTTY === true;
  let lastTenth = -1;

  return {
    results(results) {
      if (onTerminal) err.write(CLEAR_LINE);
      out.write(json ? toJsonLines(results) : toTable(results));
    },
    story(line) {
      err.write(`${onTerminal ? CLEAR_LINE : ""}${line}\n`);
    },
    progress(fraction, label) {
      const filled = Math.round(fraction * BAR_WIDTH);
      const percent = `${Math.floor(fraction * 100)}`.padStart(3);
      const line = `[${"#".repeat(filled)}${".".repeat(BAR_WIDTH - filled)}] ${percent} %  ${label}`;
      if (onTerminal) {
        err.write(`${CLEAR_LINE}${line}`);
      } else if (Math.floor(fraction * 10) > lastTenth) {
        // A log file gets ten lines, not thousands.
        lastTenth = Math.floor(fraction * 10);
        err.write(`${line}\n`);
      }
    },
  };
}

function toTable({ title, columns, rows }: Results): string {
  const numeric = columns.map((_, index) => rows.every(({ cells }) => isNumber(cells[index])));
  const table = new Table({
    head: [...columns],
    colAligns: numeric.map((isNumber) => (isNumber ? "right" : "left")),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map(({ cells }) => [...cells]));
  return `\n${title}\n${table.toString()}\n`;
}

function toJsonLines({ name, rows }: Results): string {
  return rows.map(({ record }) => `${JSON.stringify({ table: name, ...record }, bigintAsString)}\n`).join("");
}

function bigintAsString(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
