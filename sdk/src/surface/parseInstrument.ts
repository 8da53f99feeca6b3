import { OptionKind } from "../pricing/OptionKind.ts";
import { EXPIRY_SECOND } from "../units/constants.ts";

/** What an instrument's name says: "BTC-27JUN25-100000-C". */
export interface Instrument {
  /** "BTC" */
  readonly underlying: string;
  /** Unix seconds. */
  readonly expiry: number;
  readonly strike: number;
  readonly kind: OptionKind;
}

const NAME = /^([A-Z]+)(?:_[A-Z]+)?-(\d{1,2}[A-Z]{3}\d{2})-(\d+(?:\.\d+)?|\d+d\d+)-([CP])$/i;
const SHORT_DATE = /^(\d{1,2})([A-Z]{3})(\d{2})$/i;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const ISO_DATE_LENGTH = "2025-06-27".length;
const UNIX_TIME = /^\d{9,10}$/;
const UNIX_MILLISECONDS = /^\d{12,13}$/;
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const CENTURY = 2_000;
const MS_PER_SECOND = 1_000;

/** The terms in an option's name as exchanges write it; undefined where it is none. */
export function parseInstrument(name: string): Instrument | undefined {
  const [, underlying = "", date = "", strike = "", side = ""] = NAME.exec(name.trim()) ?? [];
  const expiry = parseExpiry(date);
  if (expiry === undefined) return undefined;
  return {
    underlying: underlying.toUpperCase(),
    expiry,
    strike: Number(strike.replace(/d/i, ".")),
    kind: side.toUpperCase() === "C" ? OptionKind.Call : OptionKind.Put,
  };
}

/**
 * An expiry as unix seconds: "27JUN25", "2025-06-27", a time of ISO 8601 (UTC where no zone is given), or unix time in
 * seconds or milliseconds. A day alone means 08:00 UTC on it.
 */
export function parseExpiry(text: string): number | undefined {
  const value = text.trim();
  if (UNIX_TIME.test(value)) return Number(value);
  if (UNIX_MILLISECONDS.test(value)) return Math.round(Number(value) / MS_PER_SECOND);
  const [, day = "", month = "", year = ""] = SHORT_DATE.exec(value) ?? [];
  if (day !== "") {
    const index = MONTHS.indexOf(month.toUpperCase());
    return index < 0 ? undefined : dayAt(CENTURY + Number(year), { month: index, day: Number(day) });
  }
  if (ISO_DATE.test(value)) {
    const [years = 0, months = 0, days = 0] = value.split("-").map(Number);
    return dayAt(years, { month: months - 1, day: days });
  }
  // `Date.parse` takes 30 February for 2 March.
  if (!ISO_TIME.test(value) || parseExpiry(value.slice(0, ISO_DATE_LENGTH)) === undefined) return undefined;
  const time = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`);
  return Number.isNaN(time) ? undefined : Math.round(time / MS_PER_SECOND);
}

/** 08:00 UTC of a day, where the calendar has it. */
function dayAt(year: number, { month, day }: { month: number; day: number }): number | undefined {
  const midnight = new Date(Date.UTC(year, month, day));
  if (midnight.getUTCMonth() !== month || midnight.getUTCDate() !== day) return undefined;
  return midnight.getTime() / MS_PER_SECOND + EXPIRY_SECOND;
}
