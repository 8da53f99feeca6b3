import type { MarketState, OptionKind, RiskParams } from "@bulkhead/sdk";

import { VaultModel } from "../../simulation/src/VaultModel.ts";
import type { MarketPath, WeekOfDemand } from "./marketPath.ts";

/** A day of a vault, at its close. */
export interface VaultDay {
  /** Unix seconds. */
  readonly at: number;
  readonly spot: number;
  /** NAV over what was deposited, in collateral. */
  readonly share: number;
  /** Lock over risk capital. */
  readonly utilisation: number;
}

/** What a week's options brought and cost, as shares of the vault's capital when they were written. */
export interface VaultWeek {
  readonly opensAt: number;
  /** Lock that the week's buyers asked for, and what they bought of it. */
  readonly wanted: number;
  readonly sold: number;
  readonly premium: number;
  /** Of the premium, what is above fair value: risk charge, rent, fees and clamps. */
  readonly aboveFair: number;
  readonly owed: number;
  /** Share price at the week's end over that at its beginning, less 1. */
  readonly gain: number;
}

/** One vault's life. */
export interface VaultRun {
  readonly days: readonly VaultDay[];
  readonly weeks: readonly VaultWeek[];
}

export interface ReplayTerms {
  readonly kind: OptionKind;
  readonly params: RiskParams;
  /** Lock that each week's buyers ask for, as a share of E. */
  readonly demand: number;
}

/** Deposited at the beginning. Nothing depends on it: prices are homogeneous in the vault's size. */
const DEPOSIT = 1_000_000;
/** Somebody trades, deposits or leaves every so many seconds, so that E follows. */
const PRICED_EVERY = 6 * 3_600;

/** Lives through all weeks of a market with one vault whose providers stay from the first day to the last. */
export function replayVault({ days, weeks }: MarketPath, { kind, params, demand }: ReplayTerms): VaultRun {
  const day = (index: number): MarketState => days[index] as MarketState;
  const first = day(weeks[0]?.opens ?? 0);
  const vault = new VaultModel({ kind, params, deposit: DEPOSIT, now: first.now });
  const lived: VaultDay[] = [];
  const mark = (market: MarketState): VaultDay => {
    const { nav, lock, capital } = vault.mark(market, PRICED_EVERY);
    return { at: market.now, spot: market.spot, share: nav / DEPOSIT, utilisation: lock / capital.riskCapital };
  };

  const settled: VaultWeek[] = [];
  let share = 1;
  for (const week of weeks) {
    const sales = sell(vault, { market: day(week.opens), week, demand });
    lived.push(mark(day(week.opens)));
    for (let index = week.opens + 1; index < week.expires; index++) lived.push(mark(day(index)));
    const close = day(week.expires);
    const owed = vault.settle(week.expiry, close.spot) / sales.capital;
    const end = mark(close).share;
    settled.push({ ...sales.week, owed, gain: end / share - 1 });
    share = end;
    if (week === weeks.at(-1)) lived.push(mark(close));
  }
  return { days: lived, weeks: settled };
}

/** A week's buyers come one after the other; each buys if the vault's whole quote is within what the buyer would pay. */
function sell(
  vault: VaultModel,
  { market, week, demand }: { market: MarketState; week: WeekOfDemand; demand: number },
): { capital: number; week: Omit<VaultWeek, "owed" | "gain"> } {
  vault.open(week.expiry);
  const wishes = week.wishes[vault.kind];
  const capital = vault.mark(market, PRICED_EVERY).capital.riskCapital;
  const each = (demand * capital) / wishes.length;
  let [sold, premium, aboveFair] = [0, 0, 0];
  for (const { strike, lock, limit } of wishes) {
    const quantity = each / lock;
    const outcome = vault.buy(market, { expiry: week.expiry, strike, quantity, limit: quantity * limit });
    if (!outcome.bought) continue;
    sold += each / capital;
    premium += outcome.price.premium / capital;
    aboveFair += (outcome.price.premium - outcome.price.fair) / capital;
  }
  return { capital, week: { opensAt: market.now, wanted: demand, sold, premium, aboveFair } };
}
