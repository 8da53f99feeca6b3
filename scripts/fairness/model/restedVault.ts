import { OptionKind } from "../../../sdk/src/pricing/OptionKind.ts";
import { SECONDS_PER_DAY } from "../../../sdk/src/units/constants.ts";
import type { CapitalRule } from "./CapitalRule.ts";
import { Listing, type ListedSeries, type MarketAssumptions } from "./Listing.ts";
import { ModelVault } from "./ModelVault.ts";
import type { Tier } from "./tiers.ts";

/** A vault to try something on. */
export interface RestedVault {
  readonly kind: OptionKind;
  readonly tier: Tier;
  readonly market: MarketAssumptions;
  readonly rule: CapitalRule;
  /** What is written already, in one series: lock over actual capital. */
  readonly utilisation: number;
  /** Days to the expiry of the series that is written already. */
  readonly days: number;
  /** Strike of what is written already; spot is one. */
  readonly strike?: number;
  /** Other listed strikes of the same expiry. */
  readonly strikes?: readonly number[];
  /** Series of other, later expiries. */
  readonly later?: readonly ListedSeries[];
}

const ROUNDS = 60;

/** A vault of one that has written one series and rests: E is actual capital, nothing is fresh. Series 0 is the written one. */
export function restedVault(terms: RestedVault): ModelVault {
  const { strike = 1, strikes = [], later = [] } = terms;
  const expiry = terms.days * SECONDS_PER_DAY;
  const series = [strike, ...strikes].map((each) => ({ expiry, strike: each }));
  const listing = new Listing({ kind: terms.kind, params: terms.tier.params, market: terms.market }, [
    ...series,
    ...later,
  ]);
  const vault = new ModelVault(listing, { rule: terms.rule });
  // What is written brings premiums, which make room for a little more.
  for (let round = 0; round < ROUNDS; round++) {
    const quantity = (terms.utilisation * vault.riskCapital - vault.lock) / vault.lockOf(0);
    if (quantity < 1e-9) break;
    vault.buy(0, quantity, true);
    vault.riskCapital = vault.actual = vault.available;
  }
  vault.riskCapital = vault.actual = vault.available;
  vault.fresh = 0;
  vault.supply = vault.collateral;
  vault.recentCharge = vault.charge;
  return vault;
}

/** Strikes around spot, in standard deviations to expiry, as a ladder lists them for buyers of each kind. */
export function ladderOf(kind: OptionKind, { days, volatility }: { days: number; volatility: number }): number[] {
  const deviation = volatility * Math.sqrt(days / 365);
  const steps = kind === OptionKind.Put ? [-1.3, -0.6, 0, 0.6] : [-0.6, 0, 0.6, 1.3];
  return steps.map((step) => Math.exp(step * deviation));
}
