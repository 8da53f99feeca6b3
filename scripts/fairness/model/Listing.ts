import { DomainError } from "../../../sdk/src/errors/DomainError.ts";
import { OptionKind } from "../../../sdk/src/pricing/OptionKind.ts";
import { priceOption } from "../../../sdk/src/pricing/priceOption.ts";
import type { MarketState, RiskParams } from "../../../sdk/src/pricing/types.ts";
import { SECONDS_PER_YEAR } from "../../../sdk/src/units/constants.ts";

/** What the model assumes of its market: flat volatility, and how uncertain the feeds are. */
export interface MarketAssumptions {
  /** A year. */
  readonly volatility: number;
  /** The spot feed's own confidence, fraction of spot. */
  readonly feedConfidence: number;
  /** c_S where it does not come from `feedConfidence` and one minute of volatility: a young signed price's. */
  readonly signedConfidence?: number;
  /** c_σ, volatility a year. */
  readonly volConfidence: number;
  readonly rate: number;
}

/** Ether-like: 80 % volatility; two push feeds that move at 0.5 and 0.25 %. */
export const PUSH_FEED: MarketAssumptions = {
  volatility: 0.8,
  feedConfidence: 1.005 / 0.9975 - 1,
  volConfidence: 0.01,
  rate: 0.04,
};

/** The same market read through young signed prices, which leave a tenth of a per cent in doubt. */
export const SIGNED_FEED: MarketAssumptions = { ...PUSH_FEED, signedConfidence: 0.001 };

/** A listed series; times in seconds since the model's beginning, prices in spots at the beginning. */
export interface ListedSeries {
  readonly expiry: number;
  readonly strike: number;
}

/** One option of a series at one moment, in collateral. */
export interface UnitPrice {
  readonly fair: number;
  readonly spotDelta: number;
  readonly delta: number;
  readonly vega: number;
  readonly intrinsic: number;
  readonly largest: number;
  /** What one option adds to the three moves of the risk charge. */
  readonly spotMove: number;
  readonly volMove: number;
  readonly gamma: number;
  readonly gammaMove: number;
}

/** All series at one moment. */
export interface Snapshot {
  readonly now: number;
  readonly spot: number;
  readonly units: readonly UnitPrice[];
  /** Years from each expiry before to the next one; from now to the first. */
  readonly intervals: readonly number[];
}

const MINUTE = 60;

/** What a vault lists and by which terms it prices, with unit prices remembered by (spot, time). */
export class Listing {
  readonly kind: OptionKind;
  readonly params: RiskParams;
  readonly market: MarketAssumptions;
  /** Ascending by expiry. */
  readonly series: readonly ListedSeries[];
  /** Distinct, ascending. */
  readonly expiries: readonly number[];
  /** Index into `expiries` of each series. */
  readonly expiryOf: readonly number[];
  /** Collateral that one option of each series locks. */
  readonly lockOf: readonly number[];
  /** c_S */
  readonly spotConfidence: number;
  readonly #snapshots = new Map<number, Map<number, Snapshot>>();

  constructor(
    { kind, params, market }: { kind: OptionKind; params: RiskParams; market: MarketAssumptions },
    series: readonly ListedSeries[],
  ) {
    this.kind = kind;
    this.params = params;
    this.market = market;
    this.series = [...series].sort((a, b) => a.expiry - b.expiry);
    this.expiries = [...new Set(this.series.map(({ expiry }) => expiry))];
    this.expiryOf = this.series.map(({ expiry }) => this.expiries.indexOf(expiry));
    this.lockOf = this.series.map(({ strike }) => (kind === OptionKind.Call ? 1 : strike));
    this.spotConfidence =
      market.signedConfidence ?? market.feedConfidence + market.volatility * Math.sqrt(MINUTE / SECONDS_PER_YEAR);
  }

  /** Unit prices at a time and a spot. */
  at(now: number, spot: number): Snapshot {
    let bySpot = this.#snapshots.get(now);
    if (bySpot === undefined) {
      bySpot = new Map();
      this.#snapshots.set(now, bySpot);
    }
    let snapshot = bySpot.get(spot);
    if (snapshot === undefined) {
      snapshot = this.#price(now, spot);
      bySpot.set(spot, snapshot);
    }
    return snapshot;
  }

  #price(now: number, spot: number): Snapshot {
    const { expiries, kind } = this;
    const state: MarketState = {
      now,
      spot,
      feedConfidence: this.market.feedConfidence,
      volConfidence: this.market.volConfidence,
      rate: this.market.rate,
      yieldRate: 0,
      curveOf: noCurve,
    };
    const units = this.series.map(({ expiry, strike }) =>
      this.#unit(priceOption(state, { kind, expiry, strike, volatility: this.market.volatility }), expiry - now),
    );
    const intervals = expiries.map((expiry, k) => Math.max(0, expiry - Math.max(now, expiries[k - 1] ?? now)));
    return { now, spot, units, intervals: intervals.map((seconds) => seconds / SECONDS_PER_YEAR) };
  }

  #unit(option: ReturnType<typeof priceOption>, left: number): UnitPrice {
    const { fair, spotDelta, intrinsic, largest, greeks } = option;
    const { horizon, volOfVol } = this.params;
    // Moves fade out over the last horizon before expiry.
    const years = Math.min(Math.max(left, 0), horizon) / SECONDS_PER_YEAR;
    const { volatility } = this.market;
    return {
      fair,
      spotDelta,
      delta: greeks.delta,
      vega: greeks.vega,
      intrinsic,
      largest,
      spotMove: greeks.delta * volatility * Math.sqrt(years),
      volMove: greeks.vega * volOfVol * Math.sqrt(years),
      gamma: greeks.gamma,
      gammaMove: greeks.gamma * volatility ** 2 * years,
    };
  }
}

function noCurve(): never {
  throw new DomainError("curveOf", { value: 0, expected: "unused: the model's volatility is flat" });
}
