import { capacityPotential } from "../../../sdk/src/pricing/riskCharge.ts";
import { OptionKind } from "../../../sdk/src/pricing/OptionKind.ts";
import { spotDoubtOf } from "../../../sdk/src/pricing/spotDoubtOf.ts";
import type { Capital } from "../../../sdk/src/pricing/types.ts";
import { LEAST_DEPOSIT, type CapitalRule } from "./CapitalRule.ts";
import type { Listing, Snapshot, UnitPrice } from "./Listing.ts";

const OPENING_UTILISATION = 0.9;
const LEAVING_UTILISATION = 0.85;
const MIN_NAV_SHARE = 0.1;
const MIN_DELTA = 0.05;
const MAX_DELTA = 0.9;
const LONGEST_STEP = 6 * 3_600;
/** Amounts below this are nothing: a vault starts at one. */
export const DUST = 1e-12;

/** What a call comes to where the vault refuses it. */
export const REFUSED = NaN;

/**
 * The economics of one vault in doubles: options written and taken back, shares minted and burned, the redeem queue, the
 * guaranteed exit. What the contracts round, this does not; it knows no reserve, no roles and no settlement (the searches
 * end before the first expiry). Amounts are in collateral, a vault's first deposit being one; times in seconds.
 *
 * A call that the vault would refuse returns `REFUSED` and changes nothing.
 */
export class ModelVault implements Capital {
  readonly listing: Listing;
  readonly rule: CapitalRule;
  /** Options written in each series. */
  readonly net: number[];
  collateral: number;
  supply: number;
  riskCapital: number;
  actual: number;
  fresh = 0;
  recentCharge = 0;
  readonly doublingBase = LEAST_DEPOSIT;
  updatedAt = 0;
  /** Shares that wait in the queue, and the least lock since their epoch closed. */
  requested = 0;
  leastLock = 0;
  /** When the book was emptied last. */
  emptySince = 0;
  #snapshot: Snapshot;
  /** Sums over the book, kept with every trade and recomputed when the market moves. */
  #value = 0;
  #spotMove = 0;
  #volMove = 0;
  #gammaMove = 0;
  #delta = 0;
  #gamma = 0;
  #vega = 0;
  #lock = 0;
  readonly #rentedByExpiry: number[];

  constructor(listing: Listing, { rule, deposit = 1 }: { rule: CapitalRule; deposit?: number }) {
    this.listing = listing;
    this.rule = rule;
    this.net = listing.series.map(() => 0);
    this.collateral = this.supply = this.actual = this.riskCapital = deposit;
    rule.begin(this);
    this.#snapshot = listing.at(0, 1);
    this.#rentedByExpiry = listing.expiries.map(() => 0);
  }

  /** Another vault in the same state. */
  copy(): ModelVault {
    return new ModelVault(this.listing, { rule: this.rule }).become(this);
  }

  /** Takes over the state of another vault of the same listing. */
  become(other: ModelVault): this {
    this.collateral = other.collateral;
    this.supply = other.supply;
    this.riskCapital = other.riskCapital;
    this.actual = other.actual;
    this.fresh = other.fresh;
    this.updatedAt = other.updatedAt;
    this.recentCharge = other.recentCharge;
    this.requested = other.requested;
    this.leastLock = other.leastLock;
    this.emptySince = other.emptySince;
    this.#snapshot = other.#snapshot;
    copyInto(this.net, other.net);
    this.#value = other.#value;
    this.#spotMove = other.#spotMove;
    this.#volMove = other.#volMove;
    this.#gammaMove = other.#gammaMove;
    this.#delta = other.#delta;
    this.#gamma = other.#gamma;
    this.#vega = other.#vega;
    this.#lock = other.#lock;
    copyInto(this.#rentedByExpiry, other.#rentedByExpiry);
    return this;
  }

  // Time and market

  get now(): number {
    return this.#snapshot.now;
  }

  get spot(): number {
    return this.#snapshot.spot;
  }

  /** The market moves at once to `spot`, then time passes; E takes its step at least every six hours, as keepers see to. */
  wait(seconds: number, spot = this.spot): void {
    const end = this.now + seconds;
    while (this.now < end) this.#observe(Math.min(this.now + LONGEST_STEP, end), spot);
  }

  #observe(now: number, spot: number): void {
    this.#snapshot = this.listing.at(now, spot);
    this.#recompute();
    this.rule.step(this, this.#value);
  }

  // Book

  /** Σ n·v */
  get value(): number {
    return this.#value;
  }

  get lock(): number {
    return this.#lock;
  }

  get isEmpty(): boolean {
    return this.net.every((amount) => amount <= DUST);
  }

  /** Actual capital now, at least an eighth of the collateral. */
  get available(): number {
    return Math.max(this.collateral - this.#value, this.collateral / 8);
  }

  lockOf(series: number): number {
    return this.listing.lockOf[series] ?? 0;
  }

  amountOf(series: number): number {
    return this.net[series] ?? 0;
  }

  fairOf(series: number): number {
    return this.#unit(series).fair;
  }

  /** R at a risk capital. */
  chargeAt(capital: number): number {
    return this.#moveAt(capital, this.#variance(0, 0, 0)) + this.#rentAt(capital);
  }

  /** R at E_low: what NAV carries. */
  get charge(): number {
    return this.chargeAt(this.rule.low(this, 0));
  }

  // Trades

  /** What buying costs, or `REFUSED`; `unlimited` leaves out the bounds on utilisation and delta. */
  ask(series: number, quantity: number, unlimited = false): number {
    const unit = this.#unit(series);
    const locked = quantity * this.lockOf(series);
    if (!unlimited) {
      const lockAfter = this.#lock + locked;
      const delta = Math.abs(unit.spotDelta);
      const room = OPENING_UTILISATION * this.rule.room(this);
      if (lockAfter > Math.min(room, this.collateral - this.claim)) return REFUSED;
      if (delta < MIN_DELTA || delta > MAX_DELTA) return REFUSED;
    }
    const floor = quantity * unit.intrinsic;
    const own = Math.max(quantity * unit.fair + this.#ownFee(unit, { quantity, locked }), floor);
    return Math.max(own + this.#chargeWithFee(series, quantity), floor);
  }

  /** What selling back pays, or `REFUSED`. */
  bid(series: number, quantity: number): number {
    if (quantity > this.amountOf(series) + DUST) return REFUSED;
    const unit = this.#unit(series);
    const locked = quantity * this.lockOf(series);
    const ceiling = Math.min(locked, quantity * unit.largest);
    const own = Math.min(quantity * unit.fair - this.#ownFee(unit, { quantity, locked }), ceiling);
    const payout = Math.min(own - this.#chargeWithFee(series, -quantity), ceiling);
    return payout > 0 ? payout : REFUSED;
  }

  buy(series: number, quantity: number, unlimited = false): number {
    const premium = this.ask(series, quantity, unlimited);
    if (premium >= 0) {
      this.collateral += premium;
      this.#write(series, quantity);
    }
    return premium;
  }

  sell(series: number, quantity: number): number {
    const payout = this.bid(series, quantity);
    if (payout > 0) {
      this.collateral -= payout;
      this.#write(series, -Math.min(quantity, this.amountOf(series)));
    }
    return payout;
  }

  /** Options of a series that a buyer may at most take now. */
  roomFor(series: number): number {
    return (0.99999 * OPENING_UTILISATION * this.rule.room(this) - this.#lock) / this.lockOf(series);
  }

  /**
   * ΔR + ρ_f·|ΔR|, each part of ΔR the larger of its changes at E_low and at what rebates are reckoned at; for a purchase
   * also at E_low once the queue's claim has left.
   */
  #chargeWithFee(series: number, quantity: number): number {
    const unit = this.#unit(series);
    const variance = this.#variance(quantity * unit.spotMove, quantity * unit.volMove, quantity * unit.gammaMove);
    const before = this.#variance(0, 0, 0);
    const locked = quantity * this.#rentedOf(series);
    const expiry = this.listing.expiryOf[series] ?? 0;
    let [move, rent] = [-Infinity, -Infinity];
    const raiseTo = (capital: number): void => {
      move = Math.max(move, this.#moveAt(capital, variance) - this.#moveAt(capital, before));
      rent = Math.max(rent, this.#rentAt(capital, expiry, locked) - this.#rentAt(capital));
    };
    const [low, high] = [this.rule.low(this, 0), this.rule.rebate(this)];
    raiseTo(low);
    if (high > low) raiseTo(high);
    if (quantity > 0 && this.claim > 0) raiseTo(this.rule.low(this, this.claim));
    const charge = move + rent;
    return charge + this.listing.params.chargeFee * Math.abs(charge);
  }

  /** q·min(f·S, g·v) + q·(c_S·|D| + ½·c_S²·|G| + c_σ·V) + min(f_lock·|Δlock|, g·q·v) */
  #ownFee(unit: UnitPrice, { quantity, locked }: { quantity: number; locked: number }): number {
    const { params, market, kind, spotConfidence } = this.listing;
    const notional = kind === OptionKind.Call ? 1 : this.spot;
    const cap = params.premiumFeeCap * unit.fair;
    const doubt = spotDoubtOf(unit, spotConfidence) + market.volConfidence * unit.vega;
    return (
      quantity * (Math.min(params.notionalFee * notional, cap) + doubt) +
      Math.min(params.lockFee * locked, cap * quantity)
    );
  }

  #write(series: number, quantity: number): void {
    const amount = this.amountOf(series) + quantity;
    this.net[series] = amount > DUST ? amount : 0;
    this.#recompute();
    if (quantity < 0 && this.isEmpty) this.emptySince = this.now;
    this.note();
    if (this.requested > 0) this.leastLock = Math.min(this.leastLock, this.#lock);
  }

  // Shares

  /** C − Σ n·v − R at E_low. */
  get nav(): number {
    return this.collateral - this.#value - this.charge;
  }

  /** C − Σ n·v − R at E itself, a share: within a block nothing moves it but what is paid. */
  get shareWorth(): number {
    return (this.collateral - this.#value - this.chargeAt(this.riskCapital)) / this.supply;
  }

  /** |D|·c_S + ½·|G|·c_S² + |V|·c_σ */
  get band(): number {
    const { spotConfidence, market } = this.listing;
    const doubt = spotDoubtOf({ delta: this.#delta, gamma: this.#gamma }, spotConfidence);
    return doubt + Math.abs(this.#vega) * market.volConfidence;
  }

  /** What a comer pays for the whole supply. */
  get depositPrice(): number {
    const price = this.collateral - this.#value - this.chargeAt(this.rule.comer(this)) + this.band;
    return this.rule.depositsAboveUnlocked ? Math.max(price, this.collateral - this.#lock) : price;
  }

  /** The part of NAV to which the queue's requests have a claim. */
  get claimShare(): number {
    return this.requested === 0 || !this.rule.countsClaims ? 0 : this.requested / this.supply;
  }

  /** Collateral that the queue's requests have a claim to. */
  get claim(): number {
    return this.claimShare === 0 ? 0 : this.claimShare * Math.max(0, this.nav);
  }

  /** Shares that `assets` would buy, or `REFUSED`. */
  previewDeposit(assets: number): number {
    return this.nav < MIN_NAV_SHARE * this.collateral ? REFUSED : (assets * this.supply) / this.depositPrice;
  }

  /** Shares minted for `assets`. */
  deposit(assets: number): number {
    const shares = this.previewDeposit(assets);
    if (Number.isNaN(shares)) return REFUSED;
    this.note();
    this.collateral += assets;
    this.supply += shares;
    this.rule.flow(this, assets);
    return shares;
  }

  /** The rise of R that it causes when `assets` leave. */
  leavingCharge(assets: number): number {
    return Math.max(0, this.chargeAt(this.rule.low(this, assets)) - this.charge);
  }

  /** Assets that `shares` would fetch, or `REFUSED`. */
  previewRedeem(shares: number): number {
    return this.#worthOf(shares, 1);
  }

  /** Assets paid for `shares`. */
  redeem(shares: number): number {
    const paid = this.previewRedeem(shares);
    if (paid > 0) this.#pay(paid, shares);
    return paid;
  }

  /** Shares that leave with `assets`: what they and the rise of R come to at NAV − band. */
  sharesFor(assets: number): number {
    const worth = this.nav - this.band;
    return worth > 0 ? ((assets + this.leavingCharge(assets)) / worth) * this.supply : REFUSED;
  }

  /** Shares burned for `assets`. */
  withdraw(assets: number): number {
    const shares = this.sharesFor(assets);
    if (!(shares <= this.supply) || !this.#mayLeave(assets)) return REFUSED;
    this.#pay(assets, shares);
    return shares;
  }

  /** Shares join the queue; their epoch closes at once. */
  request(shares: number): void {
    this.leastLock = this.requested === 0 ? this.#lock : Math.min(this.leastLock, this.#lock);
    this.requested += shares;
  }

  /** What the queue would be paid: as `redeem` pays, the rent part of the charge on the least lock since its epoch closed. */
  previewFill(): number {
    const shares = this.requested;
    this.requested = 0;
    const paid = this.#worthOf(shares, Math.min(1, this.leastLock / Math.max(this.#lock, DUST)));
    this.requested = shares;
    return paid;
  }

  /** Pays the queue. */
  fill(): number {
    const paid = this.previewFill();
    if (!(paid > 0)) return REFUSED;
    const shares = this.requested;
    this.requested = this.leastLock = 0;
    this.#pay(paid, shares);
    return paid;
  }

  /** What the guaranteed exit pays. */
  exitValue(shares: number): number {
    return (shares / this.supply) * Math.max(0, this.collateral - this.#lock - this.recentCharge);
  }

  /** Leaves without a price. */
  exit(shares: number): number {
    const paid = this.exitValue(shares);
    const before = this.riskCapital;
    this.collateral -= paid;
    this.supply -= shares;
    this.rule.flow(this, -paid);
    this.rule.exited(this, before);
    return paid;
  }

  /** Notes R for the guaranteed exit, as every trade, withdrawal and deposit does. */
  note(): void {
    if (!this.rule.keepsLargestCharge) this.recentCharge = this.charge;
    else this.recentCharge = this.isEmpty ? 0 : Math.max(this.charge, this.recentCharge);
  }

  #worthOf(shares: number, rentShare: number): number {
    const gross = (shares * Math.max(0, this.nav - this.band)) / this.supply;
    if (!this.#mayLeave(gross)) return REFUSED;
    let charge = this.leavingCharge(gross);
    if (rentShare < 1) {
      const [from, to] = [this.rule.low(this, 0), this.rule.low(this, gross)];
      const variance = this.#variance(0, 0, 0);
      const move = this.#moveAt(to, variance) - this.#moveAt(from, variance);
      const rent = this.#rentAt(to, -1, 0, rentShare) - this.#rentAt(from, -1, 0, rentShare);
      charge = Math.min(charge, Math.max(0, move + rent));
    }
    const paid = gross - charge;
    return paid > 0 ? paid : REFUSED;
  }

  #mayLeave(assets: number): boolean {
    const left = this.rule.room(this) - assets;
    return assets <= this.collateral - this.#lock - this.claim && this.#lock <= LEAVING_UTILISATION * left + DUST;
  }

  #pay(assets: number, shares: number): void {
    this.collateral -= assets;
    this.supply -= shares;
    this.rule.flow(this, -assets);
    this.note();
  }

  // Sums

  /** What one option rents: all that it locks, or with a rule to compare with what of that is not its holder's already. */
  #rentedOf(series: number): number {
    return this.lockOf(series) - (this.rule.rentsNetOfValue ? this.fairOf(series) : 0);
  }

  #unit(series: number): UnitPrice {
    const unit = this.#snapshot.units[series];
    if (unit === undefined) throw new RangeError(`expected a listed series, got number ${series}`);
    return unit;
  }

  #recompute(): void {
    this.#value =
      this.#spotMove =
      this.#volMove =
      this.#gammaMove =
      this.#delta =
      this.#gamma =
      this.#vega =
      this.#lock =
        0;
    this.#rentedByExpiry.fill(0);
    const { net, listing } = this;
    for (let i = 0; i < net.length; i++) {
      const amount = net[i] ?? 0;
      if (amount === 0) continue;
      const unit = this.#unit(i);
      const locked = amount * (listing.lockOf[i] ?? 0);
      const expiry = listing.expiryOf[i] ?? 0;
      this.#value += amount * unit.fair;
      this.#spotMove += amount * unit.spotMove;
      this.#volMove += amount * unit.volMove;
      this.#gammaMove += amount * unit.gammaMove;
      this.#delta += amount * unit.delta;
      this.#gamma += amount * unit.gamma;
      this.#vega += amount * unit.vega;
      this.#lock += locked;
      this.#rentedByExpiry[expiry] = (this.#rentedByExpiry[expiry] ?? 0) + amount * this.#rentedOf(i);
    }
  }

  /** Var of the book's move with something added to each of the three moves. */
  #variance(spot: number, vol: number, gamma: number): number {
    const x = this.#spotMove + spot;
    const y = this.#volMove + vol;
    const z = this.#gammaMove + gamma;
    return x * x + 2 * this.listing.params.spotVolCorrelation * x * y + y * y + (z * z) / 2;
  }

  #moveAt(capital: number, variance: number): number {
    return (this.listing.params.riskAversion * variance) / (2 * Math.max(capital, DUST));
  }

  /** β·E·Σ φ(u_k)·(t_{k+1} − t_k), with `added` locked until one expiry, and a share of what each expiry locks. */
  #rentAt(capital: number, expiry = -1, added = 0, share = 1): number {
    const floored = Math.max(capital, DUST);
    const intervals = this.#snapshot.intervals;
    let locked = 0;
    let sum = 0;
    for (let k = intervals.length - 1; k >= 0; k--) {
      locked += (this.#rentedByExpiry[k] ?? 0) + (k === expiry ? added : 0);
      sum += capacityPotential((share * locked) / floored) * (intervals[k] ?? 0);
    }
    return this.listing.params.capacityRent * floored * sum;
  }
}

function copyInto(to: number[], from: readonly number[]): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i] ?? 0;
}
