import { isHex } from "../rpc/hex.ts";
import { parseSeriesId } from "../units/seriesId.ts";
import { bytes } from "./bytes.ts";
import type { NamedToken } from "./ErrorContext.ts";
import type { DeploymentNames } from "./deploymentNames.ts";
import { plainMessageOf } from "./plainMessageOf.ts";
import { shortened } from "./shortened.ts";

/** What a guide's placeholder is to be read with. */
export interface Reading {
  readonly names: DeploymentNames;
  /** Unix seconds that times are told from. */
  readonly now: bigint;
  /** Significant digits of numbers. */
  readonly digits: number;
}

/** How an argument is read, by the unit that a guide names; `more` is the argument that says more, where one is named. */
type Unit = (value: unknown, reading: Reading & { readonly more: unknown }) => string;

const WAD_DECIMALS = 18;
const ONE_OPTION = 10n ** 18n;
const PERCENT_DECIMALS = 16;
const HUNDRED_PERCENT = 100n * 10n ** 16n;
/** Slices have 24 decimals; the variance at a point has 36, and 64 bits beyond. */
const SLICE_DECIMALS = 24;
const VARIANCE_DECIMALS = 36;
const VARIANCE_BITS = 64n;
const Q96_BITS = 96n;
/** Digits of what is turned from binary to decimal. */
const BINARY_DECIMALS = 24;
const PHASE_BITS = 64n;
/** From here on a number is written with an exponent. */
const LARGEST_PLAIN = 15;
/** ... and below so many zeros after the point. */
const LEAST_PLAIN = -7;
const GROUPED_FROM = 5;

const DAY = 86_400n;
/** Up to which a number of seconds is a date. */
const LAST_DATE = 253_402_300_799n;

const STATES = ["Open", "Guarded", "CloseOnly", "SettleOnly"];
const ROLES = ["ADMIN", "GOVERNOR", "GUARDIAN", "REGISTRAR"];
const PUBLIC_ROLE = 2n ** 64n - 1n;
/** Parameters in seconds, and those that are counts; all others are fractions or prices in WAD. */
const SPANS = /^(max|min)Tenor$|[aA]ge$|^(halfLife|minSpacing|gracePeriod|horizon|duration|window|averagingWindow)$/;
const COUNTS =
  /^(sources|quorum|decimals|lowest|highest|dailies|weeklies|monthlies|strikesPerExpiry|calendar|minExpiries)$/;

/** By the code that the compiler puts into a `Panic`. */
const PANICS: Readonly<Record<string, string>> = {
  1: "a failed assertion",
  17: "an overflow",
  18: "a division by zero",
  33: "no value of an enumeration",
  34: "badly encoded storage",
  49: "an empty list to take from",
  50: "an index beyond the list's end",
  65: "too much memory asked for",
  81: "a call to no function",
};

/** By what an order does. */
const ROOM = {
  buy: { is: "which is what the vaults together sell now", remedy: "order less, or wait for deposits" },
  sell: { is: "which is what the vaults have open", remedy: "sell less: vaults take back only what they have sold" },
  any: { is: "which is what the vaults together take now", remedy: "order less, or wait for deposits where it buys" },
} as const;

const UNITS: Readonly<Record<string, Unit>> = {
  address: (value, { names }) => {
    const name = names.nameOf(String(value));
    return name === undefined ? String(value) : `${name} (${String(value)})`;
  },
  amount: (value, { names, more, digits }) =>
    amount(integer(value), { token: typeof more === "string" ? names.tokenAt(more) : names.collateral, digits }),
  /** Of a token that neither the error nor the call tells. */
  units: (value, { digits }) => amount(integer(value), { token: undefined, digits }),
  shares: (value, { names, digits }) => amount(integer(value), { token: names.shares, digits, units: "share units" }),
  moved: (value, { names, digits }) => amount(integer(value), { token: names.moved, digits }),
  collateral: (value, { names, digits }) => {
    const symbol = names.collateral?.symbol;
    return `${decimal(integer(value), { decimals: WAD_DECIMALS, digits })}${symbol === undefined ? "" : ` ${symbol}`}`;
  },
  /** Of an order that has `more` lots: in options where the call says how many these are, else as a part of the order. */
  lots: (value, { names, more, digits }) => {
    const [lots, all] = [integer(value), integer(more)];
    if (all === 0n) return "no options";
    const quantity = names.order?.quantity;
    if (quantity === undefined)
      return `${decimal((lots * HUNDRED_PERCENT) / all, { decimals: PERCENT_DECIMALS, digits })} % of this order`;
    const options = (lots * quantity) / all;
    return `${decimal(options, { decimals: WAD_DECIMALS, digits })} option${options === ONE_OPTION ? "" : "s"}`;
  },
  /** What the room of the vaults is, and what makes more of it: other things for purchases than for sales. */
  room: (_, { names }) => ROOM[names.order?.side ?? "any"].is,
  makeRoom: (_, { names }) => ROOM[names.order?.side ?? "any"].remedy,
  wad: (value, { digits }) => decimal(integer(value), { decimals: WAD_DECIMALS, digits }),
  percent: (value, { digits }) => `${decimal(integer(value), { decimals: PERCENT_DECIMALS, digits })} %`,
  count: (value, { digits }) => decimal(integer(value), { decimals: 0, digits }),
  e24: (value, { digits }) => decimal(integer(value), { decimals: SLICE_DECIMALS, digits }),
  q96: (value, { digits }) => binary(integer(value), { bits: Q96_BITS, decimals: 0, digits }),
  variance: (value, { digits }) => binary(integer(value), { bits: VARIANCE_BITS, decimals: VARIANCE_DECIMALS, digits }),
  ordinal: (value) => ordinal(integer(value) + 1n),
  time: (value, { now, more }) => time(integer(value), more === undefined ? now : integer(more)),
  span: (value) => span(integer(value)),
  series: (value, { now, digits }) => {
    try {
      const { expiry, strike } = parseSeriesId(integer(value));
      return `strike ${decimal(strike, { decimals: WAD_DECIMALS, digits })} expiring ${time(expiry, now)}`;
    } catch {
      return `the id ${hash(value)}, which is no series`;
    }
  },
  state: (value) => STATES[Number(integer(value))] ?? `state ${String(integer(value))}`,
  role: (value) => {
    if (typeof value === "string" && isHex(value)) return hash(value);
    const id = integer(value);
    return id === PUBLIC_ROLE
      ? "the role PUBLIC"
      : `the role ${ROLES[Number(id)] ?? decimal(id, { decimals: 0, digits: LARGEST_PLAIN })}`;
  },
  round: (value) => {
    const id = integer(value);
    const [phase, number] = [id >> PHASE_BITS, id & ((1n << PHASE_BITS) - 1n)];
    const text = decimal(number, { decimals: 0, digits: LARGEST_PLAIN });
    return phase === 0n
      ? `round ${text}`
      : `round ${text} of phase ${decimal(phase, { decimals: 0, digits: LARGEST_PLAIN })}`;
  },
  parameter: (value, reading) => {
    const name = textOf(reading.more);
    if (COUNTS.test(name)) return decimal(integer(value), { decimals: 0, digits: reading.digits });
    if (name === "leastDeposit")
      return amount(integer(value), { token: reading.names.collateral, digits: reading.digits });
    return SPANS.test(name)
      ? span(integer(value))
      : decimal(integer(value), { decimals: WAD_DECIMALS, digits: reading.digits });
  },
  text: (value) => oneLine(textOf(value)),
  hash,
  selector: String,
  panic: (value) => PANICS[String(integer(value))] ?? "an unknown fault",
  reason: (value) => {
    const text = plainMessageOf(String(value));
    return isHex(text) ? bytes(text) : oneLine(text);
  },
};

/** Names of the units that guides may use. */
export const UNIT_NAMES: readonly string[] = Object.keys(UNITS);

/** An argument of an error as a person reads it. */
export function phrase(unit: string, { value, more, ...reading }: Reading & { value: unknown; more: unknown }): string {
  const read = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (read === undefined) throw new Error(`no unit ${unit}`);
  return read(value, { ...reading, more });
}

function integer(value: unknown): bigint {
  return BigInt(String(value));
}

/** A fixed-point number with so many significant digits at most, thousands apart. */
function decimal(value: bigint, { decimals, digits }: { decimals: number; digits: number }): string {
  if (value === 0n) return "0";
  const sign = value < 0n ? "-" : "";
  const all = String(value < 0n ? -value : value);
  const [kept, carried] = rounded(all, digits);
  // The place of the first digit: zero for ones.
  const magnitude = all.length + carried - 1 - decimals;
  const significant = kept.replace(/0+$/, "");
  if (magnitude >= LARGEST_PLAIN || magnitude < LEAST_PLAIN) {
    const fraction = significant.slice(1);
    return `${sign}${significant.slice(0, 1)}${fraction === "" ? "" : `.${fraction}`}e${magnitude}`;
  }
  if (magnitude < 0) return `${sign}0.${"0".repeat(-magnitude - 1)}${significant}`;
  const whole = significant.slice(0, magnitude + 1).padEnd(magnitude + 1, "0");
  const fraction = significant.slice(magnitude + 1);
  return `${sign}${grouped(whole)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The first digits of a number, rounded to the nearest, and whether that made it a digit longer. */
function rounded(all: string, digits: number): readonly [kept: string, carried: number] {
  if (all.length <= digits) return [all, 0];
  const up = (all.charCodeAt(digits) - "0".charCodeAt(0) >= 5 ? 1n : 0n) + BigInt(all.slice(0, digits));
  const text = String(up);
  return [text, text.length - digits];
}

function grouped(whole: string): string {
  return whole.length < GROUPED_FROM ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
}

function binary(value: bigint, { bits, decimals, digits }: { bits: bigint; decimals: number; digits: number }): string {
  const scaled = (value * 10n ** BigInt(BINARY_DECIMALS)) / (1n << bits);
  return decimal(scaled, { decimals: BINARY_DECIMALS + decimals, digits });
}

function amount(
  value: bigint,
  { token, digits, units = "token units" }: { token: NamedToken | undefined; digits: number; units?: string },
): string {
  if (token === undefined) return `${decimal(value, { decimals: 0, digits })} ${units}`;
  return `${decimal(value, { decimals: token.decimals, digits })} ${token.symbol}`;
}

function ordinal(place: bigint): string {
  const text = decimal(place, { decimals: 0, digits: LARGEST_PLAIN });
  const [tens, ones] = [place % 100n, place % 10n];
  const isTeen = tens > 10n && tens < 14n;
  return `${text}${isTeen ? "th" : ones === 1n ? "st" : ones === 2n ? "nd" : ones === 3n ? "rd" : "th"}`;
}

/** A date, and how long ago or ahead it is. */
function time(seconds: bigint, now: bigint): string {
  if (seconds === 0n) return "never";
  if (seconds < 0n || seconds > LAST_DATE) return "the end of time";
  const [date = "", clock = ""] = new Date(Number(seconds) * 1_000).toISOString().split(/[T.]/);
  const apart = now - seconds;
  const distance = apart === 0n ? "now" : apart > 0n ? `${span(apart)} ago` : `${span(-apart)} ahead`;
  return `${date} ${clock} UTC (${distance})`;
}

/** Seconds as a person says them: "2 d 3 h", "15 min 4 s". */
function span(seconds: bigint): string {
  if (seconds < 0n) return `-${span(-seconds)}`;
  const parts = [
    [seconds / DAY, "d"],
    [(seconds % DAY) / 3_600n, "h"],
    [(seconds % 3_600n) / 60n, "min"],
    [seconds % 60n, "s"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0n);
  if (first < 0) return "0 s";
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0n)
    .map(([count, unit]) => `${decimal(count, { decimals: 0, digits: LARGEST_PLAIN })} ${unit}`)
    .join(" ");
}

/** A hash or another long word by its ends. */
function hash(value: unknown): string {
  const text = typeof value === "bigint" ? `0x${value.toString(16)}` : String(value);
  return text.length <= 14 ? text : `${text.slice(0, 8)}…${text.slice(-4)}`;
}

/** A short text that a word holds. */
function textOf(value: unknown): string {
  const text = String(value);
  if (!isHex(text)) return text;
  const codes = (text.slice("0x".length).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const end = codes.indexOf(0);
  const named = codes.slice(0, end < 0 ? codes.length : end);
  const isPlain = named.length > 0 && named.every((code) => code > 32 && code < 127);
  return isPlain ? String.fromCharCode(...named) : hash(text);
}

/** What somebody else wrote, without what would break the line. */
function oneLine(text: string): string {
  return shortened(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " "));
}
