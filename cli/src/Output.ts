import Table from "cli-table3";
import { destination, pino, type Logger } from "pino";

import { onStderr, onStdout, type Colours } from "./colours.ts";
import { failureOf } from "./failure.ts";

/** A cell for each column, by the column's title. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string>>;

/** What a person reads of one result: labels with their values. */
export type Facts = readonly (readonly [label: string, value: string])[];

/** A number with a unit after it, or a dash in its place. */
const NUMERIC = /^([-+]?[\d.,]+( \S+)?|–)$/;
const STDERR = 2;
// eslint-disable-next-line no-control-regex -- that is what colours are
const COLOURS = /\u001b\[\d+m/g;

/** What a command says: tables for a person or JSON lines for a program on stdout, everything else on stderr. */
export class Output {
  readonly isJson: boolean;
  readonly log: Logger;

  constructor({ json = false, verbose = false }: { readonly json?: boolean; readonly verbose?: boolean } = {}) {
    this.isJson = json;
    this.log = pino(
      { level: verbose ? "debug" : "warn", base: null, timestamp: pino.stdTimeFunctions.isoTime },
      destination({ dest: STDERR, sync: true }),
    );
  }

  /** Rows: a table, or a JSON line each of what `record` makes of one. */
  table<Row>(
    rows: readonly Row[],
    { columns, record, none = "none" }: { columns: Columns<Row>; record: (row: Row) => object; none?: string },
  ): void {
    if (this.isJson) {
      for (const row of rows) this.record(record(row));
    } else if (rows.length === 0) {
      this.line(onStdout.dim(none));
    } else {
      const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
      this.line(tableOf(Object.keys(columns), cells));
    }
  }

  /** One result: its facts, or a JSON line. */
  result(facts: Facts, record: object): void {
    if (this.isJson) this.record(record);
    else this.line(factsOf(facts));
  }

  /** A line for a person. */
  line(text = ""): void {
    if (!this.isJson) process.stdout.write(`${text}\n`);
  }

  /** A line for a program: amounts are decimal strings, whole numbers beyond a double's strings as well. */
  record(value: object): void {
    process.stdout.write(`${jsonOf(value)}\n`);
  }

  /** Part of a dialogue, beside the results. */
  say(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  warn(text: string): void {
    if (this.isJson) this.log.warn(text);
    else this.say(`${onStderr.yellow("warning:")} ${text}`);
  }

  /** A refusal or a failure, in one line. */
  fail(error: unknown): void {
    const { message, record } = failureOf(error);
    this.say(this.isJson ? jsonOf(record) : `${onStderr.red("bulkhead:")} ${message}`);
  }
}

export function jsonOf(value: object): string {
  return JSON.stringify(value, (_, entry: unknown) => (typeof entry === "bigint" ? String(entry) : entry));
}

/** Labels in one column, values in the next. */
export function factsOf(facts: Facts, colours: Colours = onStdout): string {
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, value]) => `${colours.dim(label.padEnd(width))}  ${value}`).join("\n");
}

const NO_LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumeric = (column: number): boolean =>
    rows.every((cells) => NUMERIC.test((cells[column] ?? "").replaceAll(COLOURS, "")));
  const table = new Table({
    head: titles.map((title) => onStdout.bold(title)),
    chars: NO_LINES,
    colAligns: titles.map((_, column) => (isNumeric(column) ? "right" : "left")),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map((cells) => [...cells]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
