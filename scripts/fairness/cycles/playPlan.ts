import type { ModelVault } from "../model/ModelVault.ts";
import type { Plan, Step } from "./Plan.ts";
import { Side } from "./Side.ts";

/** What a cycle brought its party, in parts of the vault's first deposit. */
export interface Outcome {
  /** Against the same history with the party passive; moves of the market are taken out. */
  readonly gain: number;
  /** Less what providers earned by others' trades because the party held more of the shares then. */
  readonly net: number;
}

/** What an honest trader accepts: a hundredth worse than what he would have got without the party. */
const TRADERS_LIMIT = 0.01;
/** What a guaranteed exit's caller accepts of what he would have got. */
const EXIT_MINIMUM = 0.99;
const BLOCK = 12;
/** Nothing is priced in the last hours before an expiry. */
const QUIET_BEFORE_EXPIRY = 8 * 3_600;
const NOTHING = 1e-9;

/** One history twice: in the first vault the party acts, in the second it keeps still. */
class Play {
  readonly #active: Side;
  readonly #passive: Side;
  readonly #until: number;
  /** By how much more the party's shares gained by others' trades. */
  #earned = 0;
  #left: number;

  /** @param seconds the cycle may take */
  constructor(base: ModelVault, { plan, seconds, scratch }: PlayTerms) {
    this.#active = scratch.active.begin(base, plan);
    this.#passive = scratch.passive.begin(base, plan);
    this.#left = seconds;
    this.#until = (base.listing.expiries[0] ?? Infinity) - QUIET_BEFORE_EXPIRY;
  }

  /** @returns undefined where the cycle cannot be closed, or honest people fare differently in kind */
  run(plan: Plan, story?: string[]): Outcome | undefined {
    let happened = 0;
    for (const step of plan.steps) {
      const result = this.#take(step);
      if (result === undefined) return undefined;
      if (!result) continue;
      happened++;
      story?.push(tell(step, this.#active));
    }
    if (happened === 0) return undefined;
    if (this.#active.vault.spot !== 1) this.#move(BLOCK, 1);
    if (!this.#active.restore(plan, this.#passive)) return undefined;
    const capital = Math.min(this.#active.vault.available, this.#passive.vault.available);
    const gain = this.#active.total(capital) - this.#passive.total(capital);
    return { gain, net: gain - Math.max(0, this.#earned) };
  }

  /** @returns whether it happened; undefined where the cycle ends here */
  #take(step: Step): boolean | undefined {
    const { series, amount, spot } = step;
    const active = this.#active;
    switch (step.action) {
      case "wait":
        return this.#pause(amount, 1);
      case "dip":
        return this.#pause(amount, spot);
      case "buy":
        return active.buy(series, amount);
      case "sell":
        return active.sell(series, amount);
      case "deposit":
        return active.deposit(amount);
      case "redeem":
        return active.redeem(amount);
      case "withdraw":
        return active.withdraw(amount);
      case "exit":
        return active.exit(amount);
      default:
        return this.#others(step);
    }
  }

  #others({ action, series, amount }: Step): boolean | undefined {
    const { vault } = this.#active;
    const still = this.#passive.vault;
    switch (action) {
      case "others buy":
        return this.#othersBuy(series, amount / vault.lockOf(series));
      case "others sell":
        return this.#othersSell(series, amount);
      case "others deposit":
        return same(vault.deposit(amount), still.deposit(amount));
      case "others redeem": {
        const shares = this.#othersShares * amount;
        return shares > NOTHING && same(vault.redeem(shares), still.redeem(shares));
      }
      case "others exit": {
        const shares = this.#othersShares * amount;
        if (shares <= NOTHING || vault.exitValue(shares) < EXIT_MINIMUM * still.exitValue(shares)) return false;
        const before = this.#lead;
        vault.exit(shares);
        still.exit(shares);
        this.#earned += this.#lead - before;
        return true;
      }
      case "others request": {
        const shares = this.#othersShares * amount;
        if (shares <= NOTHING || vault.requested > 0) return false;
        vault.request(shares);
        still.request(shares);
        return true;
      }
      default:
        return this.#fill();
    }
  }

  #othersBuy(series: number, quantity: number): boolean {
    const { vault } = this.#active;
    const still = this.#passive.vault;
    const [price, undisturbed] = [vault.ask(series, quantity), still.ask(series, quantity)];
    // Neither a refusal nor a price beyond the limit.
    if (!(price <= (1 + TRADERS_LIMIT) * undisturbed)) return false;
    const before = this.#lead;
    vault.buy(series, quantity);
    still.buy(series, quantity);
    this.#earned += this.#lead - before;
    return true;
  }

  #othersSell(series: number, part: number): boolean {
    const [active, passive] = [this.#active, this.#passive];
    const quantity = 0.999999 * part * Math.min(active.othersOptions(series), passive.othersOptions(series));
    if (quantity <= 1e-7) return false;
    const [price, undisturbed] = [active.vault.bid(series, quantity), passive.vault.bid(series, quantity)];
    if (!(price >= (1 - TRADERS_LIMIT) * undisturbed)) return false;
    const before = this.#lead;
    active.vault.sell(series, quantity);
    passive.vault.sell(series, quantity);
    this.#earned += this.#lead - before;
    return true;
  }

  #fill(): boolean | undefined {
    const { vault } = this.#active;
    const still = this.#passive.vault;
    if (vault.requested === 0) return false;
    return same(vault.fill(), still.fill());
  }

  /** Shares that neither the party nor the queue holds, in both histories. */
  get #othersShares(): number {
    const [active, passive] = [this.#active, this.#passive];
    return Math.min(active.othersShares, passive.othersShares);
  }

  /** By how much the party's shares are worth more, at NAV, than in the history in which it keeps still. */
  get #lead(): number {
    return this.#active.sharesWorth - this.#passive.sharesWorth;
  }

  #pause(wanted: number, spot: number): boolean {
    const seconds = Math.min(wanted, this.#left);
    if (seconds < BLOCK || this.#active.vault.now + seconds > this.#until) return false;
    this.#left -= seconds;
    this.#move(seconds, spot);
    return true;
  }

  #move(seconds: number, spot: number): void {
    this.#active.wait(seconds, spot);
    this.#passive.wait(seconds, spot);
  }
}

/** What a play needs besides the vault it begins with. */
export interface PlayTerms {
  readonly plan: Plan;
  readonly seconds: number;
  readonly scratch: Scratch;
}

/** Two sides that plays of one scene share, so that none is made anew for each. */
export interface Scratch {
  readonly active: Side;
  readonly passive: Side;
}

export function scratchFor(base: ModelVault): Scratch {
  return { active: new Side(base), passive: new Side(base) };
}

/** Plays one plan from one vault. */
export function playPlan(base: ModelVault, terms: PlayTerms, story?: string[]): Outcome | undefined {
  return new Play(base, terms).run(terms.plan, story);
}

/** Whether both were refused (nothing happened), both happened, or the histories part. */
function same(active: number, passive: number): boolean | undefined {
  const refused = Number.isNaN(active);
  return refused === Number.isNaN(passive) ? !refused : undefined;
}

function tell({ action, series, amount, spot }: Step, { vault }: Side): string {
  switch (action) {
    case "wait":
      return `wait ${amount} s`;
    case "dip":
      return `spot ${spot} for ${amount} s`;
    case "buy":
    case "sell":
    case "others buy":
    case "others sell":
      return `${action} ${rounded(amount)} of series ${series} (strike ${rounded(vault.listing.series[series]?.strike ?? 0)})`;
    case "fill":
      return action;
    default:
      return `${action} ${rounded(amount)}`;
  }
}

function rounded(value: number): string {
  return Number.isFinite(value) ? `${Number(value.toPrecision(3))}` : "the most";
}
