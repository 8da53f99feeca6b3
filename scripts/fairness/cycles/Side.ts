import type { ModelVault } from "../model/ModelVault.ts";
import { worthAt } from "../attacks/Attack.ts";
import type { Plan } from "./Plan.ts";

const NOTHING = 1e-9;
/** A withdrawal of assets asks for a little less than the shares would redeem for. */
const WITHDRAWN_OF_GROSS = 0.98;

/** One vault with the party's part in it: what it holds, what it has paid and got, what the market moved meanwhile. */
export class Side {
  readonly vault: ModelVault;
  readonly #options: number[];
  shares = 0;
  #cash = 0;
  /** Gains and losses of what the party held while time passed: options at fair value, shares at their part of C − Σ n·v. */
  #drift = 0;
  #sharesAtFirst = 0;

  constructor(base: ModelVault) {
    this.vault = base.copy();
    this.#options = base.net.map(() => 0);
  }

  /** Starts anew from a vault. */
  begin(base: ModelVault, plan: Plan): this {
    this.vault.become(base);
    for (let i = 0; i < this.#options.length; i++) this.#options[i] = this.vault.amountOf(i) * plan.ownOptions;
    this.shares = this.#sharesAtFirst = plan.ownShares * base.supply;
    this.#cash = this.#drift = 0;
    return this;
  }

  optionsOf(series: number): number {
    return this.#options[series] ?? 0;
  }

  /** Options of a series that others hold. */
  othersOptions(series: number): number {
    return this.vault.amountOf(series) - this.optionsOf(series);
  }

  /** Shares that neither the party nor the queue holds. */
  get othersShares(): number {
    return this.vault.supply - this.shares - this.vault.requested;
  }

  /** What the party's shares are worth. */
  get sharesWorth(): number {
    return this.shares === 0 ? 0 : this.shares * this.vault.shareWorth;
  }

  wait(seconds: number, spot: number): void {
    const before = this.#exposure();
    this.vault.wait(seconds, spot);
    this.#drift += this.#exposure() - before;
  }

  /** Buys options, or with infinity as many as the vault has room for. */
  buy(series: number, wanted: number): boolean {
    const quantity = Number.isFinite(wanted) ? wanted : this.vault.roomFor(series);
    return quantity > NOTHING && this.#bought(series, quantity);
  }

  /** Sells a part of what it holds. */
  sell(series: number, part: number): boolean {
    const quantity = this.optionsOf(series) * part;
    return quantity > NOTHING && this.#sold(series, quantity);
  }

  deposit(assets: number): boolean {
    const minted = this.vault.deposit(assets);
    if (Number.isNaN(minted)) return false;
    this.#cash -= assets;
    this.shares += minted;
    return true;
  }

  redeem(part: number): boolean {
    const shares = this.shares * part;
    return shares > NOTHING && this.#left(shares, this.vault.redeem(shares));
  }

  withdraw(part: number): boolean {
    const { vault } = this;
    const gross = ((this.shares * part) / vault.supply) * Math.max(0, vault.nav - vault.band);
    const assets = gross * WITHDRAWN_OF_GROSS;
    if (assets <= NOTHING) return false;
    return vault.sharesFor(assets) <= this.shares && this.#left(vault.withdraw(assets), assets);
  }

  exit(part: number): boolean {
    const shares = this.shares * part;
    return shares > NOTHING && this.#left(shares, this.vault.exit(shares));
  }

  /** Goes back to what the passive side holds; false where the vault refuses. */
  restore(plan: Plan, passive: Side): boolean {
    return plan.optionsFirst
      ? this.#restoreOptions(passive) && this.#restoreShares()
      : this.#restoreShares() && this.#restoreOptions(passive);
  }

  /** Cash and shares at a common risk capital, market moves left out. */
  total(capital: number): number {
    return this.#cash + this.#sharesAtFirst * (worthAt(this.vault, capital) / this.vault.supply) - this.#drift;
  }

  #restoreOptions(passive: Side): boolean {
    for (let i = 0; i < this.#options.length; i++) {
      const missing = passive.optionsOf(i) - this.optionsOf(i);
      if (missing > NOTHING && !this.#bought(i, missing)) return false;
      if (missing < -NOTHING && !this.#sold(i, -missing)) return false;
    }
    return true;
  }

  #restoreShares(): boolean {
    const excess = this.shares - this.#sharesAtFirst;
    const { vault } = this;
    if (excess > NOTHING) return this.#left(excess, vault.redeem(excess)) || this.#left(excess, vault.exit(excess));
    return excess >= -NOTHING || this.deposit((-excess * vault.depositPrice) / vault.supply);
  }

  #bought(series: number, quantity: number): boolean {
    const premium = this.vault.buy(series, quantity);
    if (Number.isNaN(premium)) return false;
    this.#cash -= premium;
    this.#options[series] = this.optionsOf(series) + quantity;
    return true;
  }

  #sold(series: number, quantity: number): boolean {
    const payout = this.vault.sell(series, quantity);
    if (Number.isNaN(payout)) return false;
    this.#cash += payout;
    this.#options[series] = this.optionsOf(series) - quantity;
    return true;
  }

  #left(shares: number, assets: number): boolean {
    if (Number.isNaN(shares + assets)) return false;
    this.#cash += assets;
    this.shares -= shares;
    return true;
  }

  #exposure(): number {
    const { vault } = this;
    let sum = (this.shares * (vault.collateral - vault.value)) / vault.supply;
    for (let i = 0; i < this.#options.length; i++) {
      const held = this.optionsOf(i);
      if (held !== 0) sum += held * vault.fairOf(i);
    }
    return sum;
  }
}
