import { formatWad, fromTokenUnits, fromWad, OptionKind, SECONDS_PER_DAY, type TokenInfo } from "@bulkhead/sdk";
import { formatUnits } from "ethers";

/** The hour of a day at which expiries are. */
const EXPIRY_TIME = "T08:00:00.000Z";
const LONGEST_FRACTION = 6;
const SIGNIFICANT = 6;
const MS = 1_000;
const LAST_DATE = 8_640_000_000_000n;

/** Nothing to show. */
export const NONE = "–";

/** A number for a person: thousands apart, and no more digits than tell something. */
export function formatNumber(value: number, digits = digitsFor(value)): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : NONE;
  const text = value.toLocaleString("en-US", { maximumFractionDigits: digits, minimumFractionDigits: 0 });
  return text === "-0" ? "0" : text;
}

/** Six significant digits, six of them after the point at most. */
function digitsFor(value: number): number {
  const magnitude = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return Math.min(LONGEST_FRACTION, Math.max(2, SIGNIFICANT - Math.max(magnitude, 0)));
}

/** A price in quote, with as many digits as prices of its size have. */
export function formatPrice(value: number): string {
  const digits = Math.abs(value) >= 10 ? 2 : 4;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A fraction as per cent. */
export function formatPercent(fraction: number, digits = 1): string {
  return `${(100 * fraction).toFixed(digits)} %`;
}

/** Token units for a person: "1,234.5 USDC". */
export function formatAmount(units: bigint, { symbol, decimals }: Pick<TokenInfo, "symbol" | "decimals">): string {
  return `${formatNumber(fromTokenUnits(units, decimals))} ${symbol}`;
}

/** Token units for a program: the exact decimal number. */
export function exactAmount(units: bigint, { decimals }: Pick<TokenInfo, "decimals">): string {
  return formatUnits(units, decimals).replace(/\.0$/, "");
}

/** WAD for a person. */
export function formatWadNumber(wad: bigint): string {
  return formatNumber(fromWad(wad));
}

/** Unix seconds as options take them: a day where it is an expiry's 08:00 UTC, else day and time. */
export function formatTime(seconds: bigint | number): string {
  if (BigInt(seconds) > LAST_DATE) return String(seconds);
  const text = new Date(Number(seconds) * MS).toISOString();
  return text.endsWith(EXPIRY_TIME) ? text.slice(0, -EXPIRY_TIME.length) : text.slice(0, 16).replace("T", " ");
}

/** Seconds as a person says them: "2 d 3 h", "15 min". */
export function formatDuration(seconds: number): string {
  const size = Math.abs(Math.round(seconds));
  const sign = seconds < 0 ? "-" : "";
  const [days, hours] = [Math.floor(size / SECONDS_PER_DAY), Math.floor((size % SECONDS_PER_DAY) / 3_600)];
  const minutes = Math.floor((size % 3_600) / 60);
  if (days > 0) return `${sign}${days} d${hours > 0 ? ` ${hours} h` : ""}`;
  if (hours > 0) return `${sign}${hours} h${minutes > 0 ? ` ${minutes} min` : ""}`;
  return minutes > 0 ? `${sign}${minutes} min` : `${sign}${size} s`;
}

export function kindName(kind: OptionKind): "call" | "put" {
  return kind === OptionKind.Call ? "call" : "put";
}

/** An option's terms in one phrase: "put 1900 of 2027-01-08". */
export function formatSeries(terms: { kind: OptionKind; expiry: bigint | number; strike: bigint }): string {
  return `${kindName(terms.kind)} ${formatWad(terms.strike)} of ${formatTime(terms.expiry)}`;
}
