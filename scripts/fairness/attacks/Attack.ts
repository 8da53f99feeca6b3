import { OptionKind } from "../../../sdk/src/pricing/OptionKind.ts";
import { SECONDS_PER_DAY } from "../../../sdk/src/units/constants.ts";
import type { CapitalRule } from "../model/CapitalRule.ts";
import type { MarketAssumptions } from "../model/Listing.ts";
import { ladderOf, restedVault } from "../model/restedVault.ts";
import type { ModelVault } from "../model/ModelVault.ts";
import type { Tier } from "../model/tiers.ts";

export const BLOCK = 12;
export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = SECONDS_PER_DAY;

/** What attacks are tried under. */
export interface Setup {
  readonly rule: CapitalRule;
  readonly tiers: readonly Tier[];
  readonly market: MarketAssumptions;
}

/** The largest value that one case of an attack reached over the grid. */
export interface Figure {
  /** What is measured, where an attack measures several things. */
  readonly group: string;
  readonly case: string;
  /** A gain or a loss: fraction of the vault as it began, or of what the case says. */
  readonly value: number;
  /** Where on the grid. */
  readonly where: string;
}

/** One way to take what is not one's own, tried over the whole grid. */
export interface Attack {
  /** The row of the table. */
  readonly name: string;
  run(setup: Setup): Figure[];
}

/** One place of the grid. */
export interface Place {
  readonly kind: OptionKind;
  readonly tier: Tier;
  readonly days: number;
  readonly utilisation: number;
  /** Strikes that buyers may choose from. */
  readonly ladder: readonly number[];
  /** A rested vault whose standing series has this strike; the ladder is listed beside it. */
  vault(options?: { strike?: number; listLadder?: boolean }): ModelVault;
  /** The place and more, in words. */
  at(more: Readonly<Record<string, number | string>>): string;
}

export const TENORS = [7, 14, 28, 42, 63] as const;

/** Puts and calls, all tiers, tenors and utilisations. */
export function* placesOf(
  setup: Setup,
  { utilisations, tenors = TENORS }: { utilisations: readonly number[]; tenors?: readonly number[] },
): Generator<Place> {
  for (const kind of [OptionKind.Put, OptionKind.Call]) {
    for (const tier of setup.tiers) {
      for (const days of tenors) {
        const ladder = ladderOf(kind, { days, volatility: setup.market.volatility });
        for (const utilisation of utilisations) {
          yield {
            kind,
            tier,
            days,
            utilisation,
            ladder,
            vault: ({ strike = 1, listLadder = false } = {}) =>
              restedVault({
                kind,
                tier,
                days,
                utilisation,
                strike,
                strikes: listLadder ? ladder : [],
                market: setup.market,
                rule: setup.rule,
              }),
            at: (more) =>
              [
                kind === OptionKind.Put ? "puts" : "calls",
                tier.name,
                `${days} d`,
                `u ${utilisation}`,
                ...Object.entries(more).map(([name, value]) => `${name} ${round(value)}`),
              ].join(", "),
          };
        }
      }
    }
  }
}

/** Keeps the largest value of each case. */
export class Best {
  readonly #figures = new Map<string, Figure>();

  /**
   * @param name the case, or what is measured and the case
   * @param value NaN where the vault refused something on the way
   */
  offer(name: string | readonly [group: string, name: string], value: number, where: () => string): void {
    const [group, single] = typeof name === "string" ? ["", name] : name;
    const key = `${group}, ${single}`;
    const known = this.#figures.get(key);
    if (Number.isNaN(value) || (known !== undefined && known.value >= value)) return;
    this.#figures.set(key, { group, case: single, value, where: where() });
  }

  /** Group by group, each in the order in which its cases were first offered. */
  get figures(): Figure[] {
    const figures = [...this.#figures.values()];
    const groups = [...new Set(figures.map(({ group }) => group))].sort((a, b) => Number(a !== "") - Number(b !== ""));
    return groups.flatMap((group) => figures.filter((figure) => figure.group === group));
  }
}

/** "12 s", "10 min", "6 h", "3 d". */
export function pauseName(seconds: number): string {
  if (seconds < MINUTE) return seconds === 0 ? "same block" : `${seconds} s`;
  if (seconds < HOUR) return `${seconds / MINUTE} min`;
  return seconds <= DAY ? `${seconds / HOUR} h` : `${seconds / DAY} d`;
}

/** Where spot may dip to, against the writer: down for puts, up for calls. */
export function dipsOf(kind: OptionKind): readonly number[] {
  return kind === OptionKind.Put ? [0.95, 0.9, 0.8, 0.65, 0.5, 0.3, 0.1] : [1.05, 1.1, 1.25, 1.5, 2, 3, 6];
}

/** NAV of the whole vault at a given risk capital: C − Σ n·v − R. */
export function worthAt(vault: ModelVault, capital: number): number {
  return vault.collateral - vault.value - vault.chargeAt(capital);
}

function round(value: number | string): string {
  return typeof value === "string" ? value : `${Number(value.toPrecision(3))}`;
}
