import { fromTokenUnits, OptionKind } from "@bulkhead/sdk";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "Fri 09 Jan 08:00", UTC. */
export function formatTime(seconds: number | bigint): string {
  const time = new Date(Number(seconds) * 1_000);
  const clock = time.toISOString().slice(11, 16);
  return `${DAYS[time.getUTCDay()]} ${formatDate(seconds)} ${clock}`;
}

/** "09 Jan", UTC. */
export function formatDate(seconds: number | bigint): string {
  const time = new Date(Number(seconds) * 1_000);
  return `${String(time.getUTCDate()).padStart(2, "0")} ${MONTHS[time.getUTCMonth()]}`;
}

/** "1,234.50". */
export function formatNumber(value: number, digits = 2): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** "+1,234.50" or "-1,234.50". */
export function formatSigned(value: number, digits = 2): string {
  const text = formatNumber(value, digits);
  return value >= 0 ? `+${text}` : text;
}

/** "12.3 %". */
export function formatPercent(fraction: number, digits = 1): string {
  return `${formatNumber(fraction * 100, digits).replace(/^-(0\.?0*)$/, "$1")} %`;
}

export function nameOfKind(kind: OptionKind): string {
  return kind === OptionKind.Call ? "call" : "put";
}

/** Digits after the point that an amount of a token is shown with: a cent of a dollar, about as much of ether. */
export function digitsOf(decimals: number): number {
  return decimals > 6 ? 5 : 2;
}

/** Digits after the point that a number of options is shown with: those of a lot, so that parts add up. */
const LOT_DIGITS: Readonly<Record<string, number>> = { WETH: 2, WBTC: 3 };

/** "12.340": how many options on an underlying. */
export function formatQuantity(quantity: number, symbol: string): string {
  return formatNumber(Math.abs(quantity), LOT_DIGITS[symbol] ?? 2);
}

/** "12.34 WETH", from token units. */
export function formatAmount(units: bigint, { decimals, symbol }: { decimals: number; symbol: string }): string {
  return `${formatNumber(fromTokenUnits(units, decimals), digitsOf(decimals))} ${symbol}`;
}

/** "WETH calls w": a tier by its first letter, as tables name it. */
export function shortNameOfVault({
  venue,
  kind,
  tier,
}: {
  venue: { readonly symbol: string };
  kind: OptionKind;
  tier: string;
}): string {
  return `${venue.symbol} ${nameOfKind(kind)}s ${tier.slice(0, 1)}`;
}

/** How tables abbreviate tiers, for their titles. */
export const TIER_LEGEND = "w: wide, t: tight";
