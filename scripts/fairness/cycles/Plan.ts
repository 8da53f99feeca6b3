import type { OptionKind } from "../../../sdk/src/pricing/OptionKind.ts";
import type { ListedSeries } from "../model/Listing.ts";
import type { Tier } from "../model/tiers.ts";

/** What the party may do, and what goes on around it. */
export type Action =
  | "buy"
  | "sell"
  | "deposit"
  | "redeem"
  | "withdraw"
  | "exit"
  | "wait"
  | "dip"
  | "others buy"
  | "others sell"
  | "others deposit"
  | "others redeem"
  | "others exit"
  | "others request"
  | "fill";

/** One step; a step that the vault refuses, or that there is nothing for, is passed over. */
export interface Step {
  readonly action: Action;
  /** Index of the series, for trades. */
  readonly series: number;
  /**
   * Options to buy (infinity: up to the limit); assets to deposit; for what is sold, redeemed or requested a part of what
   * there is; seconds to wait.
   */
  readonly amount: number;
  /** Where spot goes in a dip; one otherwise. */
  readonly spot: number;
}

/** The vault as a cycle finds it. */
export interface Scene {
  readonly kind: OptionKind;
  readonly tier: Tier;
  readonly days: number;
  readonly utilisation: number;
  readonly strike: number;
  readonly strikes: readonly number[];
  /** A later expiry, in some scenes. */
  readonly later: readonly ListedSeries[];
  /** Where spot went for ten minutes just before, and came back from; one where nothing happened. */
  readonly dipBefore: number;
}

/** A cycle of one party: what it holds at the beginning, what happens; at the end it restores what it held. */
export interface Plan {
  /** Part of the supply, and of the standing options, that the party holds. */
  readonly ownShares: number;
  readonly ownOptions: number;
  readonly steps: readonly Step[];
  /** Options are restored before shares. */
  readonly optionsFirst: boolean;
}

/** Who tries: strangers trade only; holders own shares, or come and go, too. */
export type Parties = "strangers" | "holders";

/** How long a cycle may take. */
export type Horizon = "minutes" | "days";

/** Twenty minutes, ten days. */
export const HORIZON_SECONDS: Readonly<Record<Horizon, number>> = { minutes: 1_200, days: 864_000 };

/**
 * How far spot goes while a cycle lasts: as far as to 0.3 or 3, which whoever trades across it must have foreseen, or by five
 * per cent at most.
 */
export type Moves = "deep" | "shallow";

/** Whose limits guard them: everybody's, or those of trades and guaranteed exits only. */
export type Limits = "all" | "trades";
