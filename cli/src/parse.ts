import {
  formatWad,
  OptionKind,
  parseExpiry as timeOf,
  SdkError,
  toWad,
  WAD,
  type Client,
  type Vault,
} from "@bulkhead/sdk";
import { getAddress, isAddress, parseUnits } from "ethers";

import { UsageError } from "./UsageError.ts";

/** An expiry, or the market's next one that can be traded. */
export type ExpiryText = bigint | "next";

const NEXT = "next";
const PERCENT_IN_BPS = 100n;
/** Seconds of a year. */
const LONGEST_SPAN = 365n * 86_400n;
const SECONDS_OF: Readonly<Record<string, bigint>> = { s: 1n, m: 60n, h: 3_600n, d: 86_400n };
/** As the SDK takes it: 1.1, .5, 1e-7. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
const DURATION = /^(\d{1,9})([smhd]?)$/;

/** "call", "put", "C", "P". @throws UsageError where it is none */
export function parseKind(text: string): OptionKind {
  if (/^c(all)?s?$/i.test(text)) return OptionKind.Call;
  if (/^p(ut)?s?$/i.test(text)) return OptionKind.Put;
  throw new UsageError({ expected: "a kind of option", got: quoted(text), action: "give call or put, C or P" });
}

/** "27JUN25", "2025-06-27", unix seconds, or "next". @throws UsageError where it is none */
export function parseExpiry(text: string): ExpiryText {
  if (text.toLowerCase() === NEXT) return NEXT;
  const seconds = timeOf(text);
  if (seconds !== undefined) return BigInt(seconds);
  throw new UsageError({
    expected: "an expiry",
    got: quoted(text),
    action: "give it like 27JUN25, 2025-06-27, 1751011200 (unix seconds) or next",
  });
}

/** A decimal number in WAD. @throws UsageError where it is none, SdkError where it is too fine or too large */
function parseWad(text: string, what: string): bigint {
  if (DECIMAL.test(text)) return toWad(text, what);
  throw new UsageError({
    expected: `${what} as a decimal number`,
    got: quoted(text),
    action: `give ${what} like 1.25`,
  });
}

/** A decimal number above zero, in WAD. @throws UsageError where it is none, SdkError where it is too fine or too large */
export function parsePositive(text: string, what: string): bigint {
  const wad = parseWad(text, what);
  if (wad > 0n) return wad;
  throw new UsageError({ expected: `${what} above zero`, got: quoted(text), action: `give ${what} like 1.25` });
}

/** Tokens as a decimal number, in the token's units. @throws UsageError where it is none, or finer than the token's unit */
export function parseAmount(text: string, { symbol, decimals }: { symbol: string; decimals: number }): bigint {
  try {
    // Powers of ten are the SDK's to read, and none of its decimals is lost.
    const units = parseUnits(DECIMAL.test(text) ? formatWad(toWad(text)) : text, decimals);
    if (units >= 0n) return units;
  } catch {
    // Said below.
  }
  throw new UsageError({
    expected: `an amount of ${symbol}, zero or above, with at most ${decimals} decimals`,
    got: quoted(text),
    action: "give it like 1250.5",
  });
}

/** Shares as a decimal number, as a part ("50%") of what is held, or all of it. @throws UsageError where it is none of these */
export function parseShares(text: string, { held, decimals }: { held: bigint | undefined; decimals: number }): bigint {
  const [, percent] = /^([\d.]+)%$/.exec(text) ?? [];
  if (text.toLowerCase() !== "all" && percent === undefined) return parseAmount(text, { symbol: "shares", decimals });
  if (held === undefined) {
    throw new UsageError({
      expected: "an account, of whose shares to take all or a part",
      got: "none",
      action: "give --account or a key, or a number of shares",
    });
  }
  return percent === undefined ? held : (held * parseFraction(percent, "a part of the shares")) / WAD;
}

/** Per cent from 0 to 100 as a WAD fraction. */
function parseFraction(percent: string, what: string): bigint {
  const wad = toWad(percent, what) / 100n;
  if (wad >= 0n && wad <= WAD) return wad;
  throw new UsageError({ expected: `${what} from 0% to 100%`, got: `${percent}%`, action: "give it like 50%" });
}

/** Per cent with at most two decimals, "0.5" or "0.5%", in basis points. @throws UsageError where it is none */
export function parseSlippage(text: string): bigint {
  try {
    const bps = (toWad(text.replace(/%$/, ""), "slippage") * PERCENT_IN_BPS) / WAD;
    const isWhole = bps * WAD === toWad(text.replace(/%$/, "")) * PERCENT_IN_BPS;
    if (isWhole && bps >= 0n && bps < 100n * PERCENT_IN_BPS) return bps;
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
  }
  throw new UsageError({
    expected: "a slippage from 0 to below 100 per cent, of at most two decimals",
    got: quoted(text),
    action: "give it like 0.5",
  });
}

/** "90s", "10m", "2h", "1d", or seconds. @throws UsageError where it is none, or longer than a year */
export function parseDuration(text: string): bigint {
  const [, count = "0", unit = ""] = DURATION.exec(text) ?? [];
  const seconds = BigInt(count) * (SECONDS_OF[unit] ?? 1n);
  if (seconds > 0n && seconds <= LONGEST_SPAN) return seconds;
  throw new UsageError({
    expected: "a time span above zero, of a year at most",
    got: quoted(text),
    action: "give it like 90s, 10m, 2h or 1d",
  });
}

/** @throws UsageError where it is no address, or one with a slip in it */
export function parseAddress(text: string): string {
  if (isAddress(text)) return getAddress(text);
  throw new UsageError({
    expected: "an address of 40 hexadecimal digits, its capitals as its checksum wants them",
    got: quoted(text),
    action: "check it for a slip",
  });
}

/** A URL of http or https. @throws UsageError where it is none */
export function parseUrl(text: string, option: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return text;
  throw new UsageError({
    expected: `${option} to be a URL of http or https`,
    got: url === undefined ? quoted(text) : `one of ${url.protocol.slice(0, -1)}`,
    action: "give it like http://127.0.0.1:8545",
  });
}

/** A whole number from zero on. @throws UsageError where it is none */
export function parseCount(text: string): bigint {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new UsageError({ expected: "a whole number", got: quoted(text), action: "give it like 12" });
}

/** A whole number from one on. @throws UsageError where it is none */
export function parsePositiveCount(text: string): bigint {
  if (/^\d{1,18}$/.test(text) && BigInt(text) > 0n) return BigInt(text);
  throw new UsageError({ expected: "a whole number above zero", got: quoted(text), action: "give it like 12" });
}

/** One vault, by its symbol or its address. @throws UsageError where the deployment has no such vault */
export function parseVault(text: string, { vaults }: Pick<Client, "vaults">): Vault {
  const found = vaults.find(({ symbol, address }) =>
    [symbol, address].some((name) => name.toLowerCase() === text.toLowerCase()),
  );
  if (found !== undefined) return found;
  throw new UsageError({
    expected: `a vault (${vaults.map(({ symbol }) => symbol).join(", ")})`,
    got: quoted(text),
    action: "give its symbol or its address",
  });
}

/** A leg as `kind:expiry:strike:quantity`; a negative quantity sells. */
export interface LegText {
  readonly kind: OptionKind;
  readonly expiry: ExpiryText;
  readonly strike: bigint;
  readonly quantity: bigint;
}

/** "call:next:2000:1.5", "P:27JUN25:1800:-0.5". @throws UsageError where it is none */
export function parseLeg(text: string): LegText {
  const [kind = "", expiry = "", strike = "", quantity = "", ...more] = text.split(":");
  if (quantity === "" || more.length > 0) {
    throw new UsageError({
      expected: "a leg kind:expiry:strike:quantity",
      got: quoted(text),
      action: "give it like call:next:2000:1.5; a negative quantity sells",
    });
  }
  return {
    kind: parseKind(kind),
    expiry: parseExpiry(expiry),
    strike: parsePositive(strike, "strike"),
    quantity: parseWad(quantity, "quantity"),
  };
}

const LONGEST = 60;

/** What was given, short enough for one line. */
function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
