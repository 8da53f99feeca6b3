import { ChainFileError } from "../errors/ChainFileError.ts";

/** What a column of a file of option quotes can hold. */
export type ChainField =
  | "instrument"
  | "kind"
  | "strike"
  | "expiry"
  | "years"
  | "forward"
  | "spot"
  | "bid"
  | "ask"
  | "mark"
  | "markVolatility"
  | "openInterest"
  | "volume"
  | "observedAt"
  | "note";

/** A column: where it is, how the file calls it, and in what its prices are. */
export interface ChainColumn {
  readonly index: number;
  readonly header: string;
  /** In dollars, where prices are in units of the underlying otherwise. */
  readonly inUsd: boolean;
  /** The underlying that a price column names: "btc". */
  readonly underlying?: string;
  /** What a volatility column says its numbers are. */
  readonly unit?: "percent" | "fraction";
}

/**
 * How each field may be called: any case, and any of blank, dot, dash and underscore between words. A unit may follow:
 * `_usd`, `_btc` or `_eth` on a price, `_pct` (65) or `_fraction` (0.65) on a volatility, `_ms` or `_s` on a time.
 */
export const CHAIN_ALIASES: Readonly<Record<ChainField, readonly string[]>> = {
  instrument: ["instrument", "instrument_name", "symbol"],
  kind: ["type", "kind", "option_type", "right", "cp"],
  strike: ["strike", "strike_price", "k"],
  expiry: ["expiry", "expiration", "expiry_date", "expiration_date", "maturity"],
  years: ["years", "t", "t_years", "t_years_act365", "tau", "time_to_expiry"],
  forward: ["forward", "forward_price", "f", "future", "underlying_price"],
  spot: ["spot", "index", "index_price"],
  bid: ["bid", "bid_price", "best_bid_price"],
  ask: ["ask", "ask_price", "best_ask_price"],
  mark: ["mark", "mark_price"],
  markVolatility: ["mark_iv", "mark_volatility", "mark_vol", "iv"],
  openInterest: ["open_interest", "oi"],
  volume: ["volume", "volume_24h"],
  observedAt: ["timestamp", "creation_timestamp", "observed_at"],
  note: ["underlying_index"],
};

const USD = "usd";
const UNDERLYINGS = new Set(["btc", "eth"]);
const VOLATILITY_UNITS: Readonly<Partial<Record<string, "percent" | "fraction">>> = {
  pct: "percent",
  percent: "percent",
  fraction: "fraction",
};
const TIME_UNITS = new Set(["ms", "s"]);

const FIELD_OF = new Map(
  Object.entries(CHAIN_ALIASES).flatMap(([field, aliases]) => aliases.map((alias) => [alias, field as ChainField])),
);

/** The fields that a header line names. @throws ChainFileError where a header is unknown, or two mean the same */
export function chainColumns(headers: readonly string[]): ReadonlyMap<ChainField, ChainColumn> {
  const columns = new Map<ChainField, ChainColumn>();
  headers.forEach((header, index) => {
    const { name, unit } = split(header);
    const field = FIELD_OF.get(name);
    if (field === undefined) {
      throw new ChainFileError(
        { line: 1, column: header },
        {
          expected: `one of ${[...FIELD_OF.keys()].join(", ")}, with or without a unit`,
          got: `"${header}"`,
          action: "rename the column, or leave it out",
        },
      );
    }
    const before = columns.get(field);
    if (before !== undefined && field !== "note") {
      throw new ChainFileError(
        { line: 1, column: header },
        {
          expected: `one column for ${field}`,
          got: `"${before.header}" and "${header}"`,
          action: "leave out one of them",
        },
      );
    }
    const inUsd = unit === USD;
    const share = VOLATILITY_UNITS[unit];
    columns.set(field, {
      index,
      header,
      inUsd,
      ...(UNDERLYINGS.has(unit) ? { underlying: unit } : {}),
      ...(share === undefined ? {} : { unit: share }),
    });
  });
  requireFields(columns);
  return columns;
}

/** A header without its unit, and the unit. A name that is itself an alias has none. */
function split(header: string): { name: string; unit: string } {
  const words = header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.\-_]+/g, "_");
  if (FIELD_OF.has(words)) return { name: words, unit: "" };
  const cut = words.lastIndexOf("_");
  const unit = words.slice(cut + 1);
  const isUnit = cut > 0 && (unit === USD || UNDERLYINGS.has(unit) || TIME_UNITS.has(unit) || unit in VOLATILITY_UNITS);
  return isUnit ? { name: words.slice(0, cut), unit } : { name: words, unit: "" };
}

/** Of each of these at least one has to be there. */
const REQUIRED: readonly (readonly [ChainField, ...ChainField[]])[] = [
  ["kind", "instrument"],
  ["strike", "instrument"],
  ["expiry", "years", "instrument"],
  ["forward"],
  ["bid", "markVolatility"],
];
/** One side of the market alone is none. */
const SIDES: typeof REQUIRED = [["bid"], ["ask"]];

function requireFields(columns: ReadonlyMap<ChainField, ChainColumn>): void {
  const isQuoted = columns.has("bid") || columns.has("ask");
  for (const fields of isQuoted ? [...REQUIRED, ...SIDES] : REQUIRED) {
    if (fields.some((field) => columns.has(field))) continue;
    throw new ChainFileError(
      { line: 1 },
      {
        expected: `a column ${fields.map((field) => `"${CHAIN_ALIASES[field][0] ?? field}"`).join(" or ")}`,
        got: [...columns.values()].map(({ header }) => header).join(", "),
        action: "add it",
      },
    );
  }
}
