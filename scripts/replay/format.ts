import { OptionKind } from "@bulkhead/sdk";

/** "12.3 %", "-4.0 %". */
export function percent(fraction: number, digits = 1): string {
  return `${(fraction * 100).toFixed(digits)} %`;
}

/** "2008-10-13", UTC. */
export function isoDate(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 10);
}

/** "calls, tight". */
export function nameOf({ kind, tier }: { kind: OptionKind; tier: string }): string {
  return `${kind === OptionKind.Call ? "calls" : "puts"}, ${tier}`;
}

export function kindName(kind: OptionKind): "call" | "put" {
  return kind === OptionKind.Call ? "call" : "put";
}
