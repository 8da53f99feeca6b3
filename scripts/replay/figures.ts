import { SECONDS_PER_YEAR } from "@bulkhead/sdk";

import { worstDrawdown } from "./drawdowns.ts";
import type { VaultDay, VaultRun } from "./replayVault.ts";

/** What a period did to a provider, in collateral, and to who held the underlying, in dollars. */
export interface PeriodFigures {
  readonly gain: number;
  readonly drawdown: number;
  /** Negative: the share lost on the worst day. */
  readonly worstDay: number;
  readonly underlying: number;
}

/** A provider's twenty years in one vault. Shares and rates, in the vault's own collateral unless said otherwise. */
export interface Figures {
  /** Compounded, a year. Holding the collateral instead is 0 by definition. */
  readonly annualReturn: number;
  /** Of the share and of the collateral itself, in dollars, a year: what a holder would compare. */
  readonly dollarReturn: { readonly share: number; readonly holding: number };
  readonly drawdown: { readonly depth: number; readonly peakAt: number; readonly troughAt: number };
  readonly worstDay: { readonly gain: number; readonly at: number };
  /** Mean of lock over risk capital, over days. */
  readonly utilisation: number;
  readonly weeksWithLoss: number;
  /** Premium a year over capital, and how much of it is above fair value (charge, rent, fees). */
  readonly premium: number;
  readonly aboveFair: number;
  /** Paid out a year over capital. */
  readonly owed: number;
  /** What was bought of what buyers asked for. */
  readonly sold: number;
  readonly year2008: PeriodFigures;
  readonly march2020: PeriodFigures;
}

/** Before the first day of a period, and its last moment. Unix seconds. */
const YEAR_2008 = { from: Date.UTC(2008, 0, 1) / 1_000, to: Date.UTC(2009, 0, 1) / 1_000 };
const MARCH_2020 = { from: Date.UTC(2020, 2, 1) / 1_000, to: Date.UTC(2020, 3, 1) / 1_000 };

/**
 * @param run what a vault lived through
 * @param inDollars what one unit of collateral is worth on a day: spot for calls, 1 for puts
 */
export function figuresOf(run: VaultRun, inDollars: (day: VaultDay) => number): Figures {
  const { days, weeks } = run;
  const [first, last] = [days[0] as VaultDay, days.at(-1) as VaultDay];
  const years = (last.at - first.at) / SECONDS_PER_YEAR;
  const yearly = (ratio: number): number => ratio ** (1 / years) - 1;
  const shares = days.map(({ share }) => share);
  const { depth, peak, trough } = worstDrawdown(shares);
  const worst = worstDayOf(days);
  const aYear = (part: (week: VaultRun["weeks"][number]) => number): number =>
    weeks.reduce((sum, week) => sum + part(week), 0) / years;
  const holding = inDollars(last) / inDollars(first);
  return {
    annualReturn: yearly(last.share),
    dollarReturn: { share: yearly(last.share * holding), holding: yearly(holding) },
    drawdown: { depth, peakAt: days[peak]?.at ?? 0, troughAt: days[trough]?.at ?? 0 },
    worstDay: worst,
    utilisation: days.reduce((sum, { utilisation }) => sum + utilisation, 0) / days.length,
    weeksWithLoss: weeks.filter(({ gain }) => gain < 0).length / weeks.length,
    premium: aYear(({ premium }) => premium),
    aboveFair: aYear(({ aboveFair }) => aboveFair),
    owed: aYear(({ owed }) => owed),
    sold: aYear(({ sold }) => sold) / aYear(({ wanted }) => wanted),
    year2008: periodOf(days, YEAR_2008),
    march2020: periodOf(days, MARCH_2020),
  };
}

/** The largest loss from one close to the next, as a (negative) gain. */
export function worstDayOf(days: readonly VaultDay[]): { gain: number; at: number } {
  let worst = { gain: 0, at: days[0]?.at ?? 0 };
  for (const [i, { share, at }] of days.entries()) {
    const gain = share / (days[i - 1]?.share ?? share) - 1;
    if (gain < worst.gain) worst = { gain, at };
  }
  return worst;
}

/** From the last close before a period to its last one. */
export function periodOf(days: readonly VaultDay[], { from, to }: { from: number; to: number }): PeriodFigures {
  const before = days.findLastIndex(({ at }) => at < from);
  const lived = days.filter(({ at }, i) => i >= before && at < to);
  const [first, last] = [lived[0], lived.at(-1)];
  if (first === undefined || last === undefined) return { gain: 0, drawdown: 0, worstDay: 0, underlying: 0 };
  return {
    gain: last.share / first.share - 1,
    drawdown: worstDrawdown(lived.map(({ share }) => share)).depth,
    worstDay: worstDayOf(lived).gain,
    underlying: last.spot / first.spot - 1,
  };
}
