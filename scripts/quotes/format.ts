import { OptionKind } from "@bulkhead/sdk";

/** "12.3 %", or a dash where there is no number. */
export function percent(fraction: number, digits = 1): string {
  return Number.isFinite(fraction) ? `${(fraction * 100).toFixed(digits)} %` : "-";
}

/** "1,234.5" dollars. */
export function dollars(value: number, digits = 0): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** "27 Jun 2025", UTC. */
export function day(seconds: number): string {
  return new Date(seconds * 1_000).toUTCString().slice(5, 16);
}

export function kindName(kind: OptionKind): "call" | "put" {
  return kind === OptionKind.Call ? "call" : "put";
}
