import type { ModelVault } from "../model/ModelVault.ts";
import type { Limits, Plan, Step } from "./Plan.ts";
import { Side } from "./Side.ts";

/** What a cycle brought its party, in parts of the vault's first deposit. */
export interface Outcome {
  /** Against the same history with the party passive; moves of the market are taken out. */
  readonly gain: number;
  /** Less what providers earned by others' trades because the party held more of the shares then. */
  readonly net: number;
  /** Less, besides, what others paid more or got less than in the other history, within the limits that they had set. */
  readonly beyondLimits: number;
}

/** What an honest person accepts: a hundredth worse than in the history in which the party keeps still. */
const LIMIT = 0.01;
const BLOCK = 12;
/** Nothing is priced in the last hours before an expiry. */
const QUIET_BEFORE_EXPIRY = 8 * 3_600;
const NOTHING = 1e-9;

/** One history twice: in the first vault the party acts, in the second it keeps still. */
class Play {
  readonly #active: Side;
  readonly #passive: Side;
  readonly #limits: Limits;
  /** When nothing is priced any more. */
  readonly #until: number;
  #left: number;
  /** By how much more the party's shares gained by others' trades. */
  #earned = 0;
  /** By how much others fared worse, within limits of theirs. */
  #given = 0;

  constructor(base: ModelVault, { plan, seconds, limits, scratch }: PlayTerms) {
    this.#active = scratch.active.begin(base, plan);
    this.#passive = scratch.passive.begin(base, plan);
    this.#limits = limits;
    this.#left = seconds;
    this.#until = (base.listing.expiries[0] ?? Infinity) - QUIET_BEFORE_EXPIRY;
  }

  run(plan: Plan, story?: string[]): Outcome | undefined {
    let happened = 0;
    for (const step of plan.steps) {
      if (!this.#take(step)) continue;
      happened++;
      story?.push(tell(step, this.#active));
    }
    if (happened === 0) return undefined;
    if (this.#active.vault.spot !== 1) this.#move(BLOCK, 1);
    if (!this.#active.restore(plan, this.#passive)) return undefined;
    const capital = Math.min(this.#active.vault.available, this.#passive.vault.available);
    const gain = this.#active.total(capital) - this.#passive.total(capital);
    const net = gain - Math.max(0, this.#earned);
    return { gain, net, beyondLimits: net - this.#given };
  }

  /** Whether there was anything to do and the vault let it happen. */
  #take(step: Step): boolean {
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
      case "others buy":
        return this.#othersBuy(series, amount);
      case "others sell":
        return this.#othersSell(series, amount);
      case "others deposit":
        return this.#othersDeposit(amount);
      case "others redeem":
        return this.#othersRedeem(amount);
      case "others exit":
        return this.#othersExit(amount);
      case "others request":
        return this.#othersRequest(amount);
      case "fill":
        return this.#fill();
    }
  }

  #othersBuy(series: number, locked: number): boolean {
    const [vault, still] = [this.#active.vault, this.#passive.vault];
    const quantity = locked / vault.lockOf(series);
    const [price, undisturbed] = [vault.ask(series, quantity), still.ask(series, quantity)];
    // Neither a refusal nor a price beyond the limit.
    if (!(price <= (1 + LIMIT) * undisturbed)) return false;
    const before = this.#lead;
    vault.buy(series, quantity);
    still.buy(series, quantity);
    this.#earned += this.#lead - before;
    this.#given += Math.max(0, price - undisturbed);
    return true;
  }

  #othersSell(series: number, part: number): boolean {
    const [active, passive] = [this.#active, this.#passive];
    const quantity = 0.999999 * part * Math.min(active.othersOptions(series), passive.othersOptions(series));
    if (quantity <= 1e-7) return false;
    const [price, undisturbed] = [active.vault.bid(series, quantity), passive.vault.bid(series, quantity)];
    if (!(price >= (1 - LIMIT) * undisturbed)) return false;
    const before = this.#lead;
    active.vault.sell(series, quantity);
    passive.vault.sell(series, quantity);
    this.#earned += this.#lead - before;
    this.#given += Math.max(0, undisturbed - price);
    return true;
  }

  #othersDeposit(assets: number): boolean {
    const [vault, still] = [this.#active.vault, this.#passive.vault];
    if (!this.#acceptable(vault.previewDeposit(assets), still.previewDeposit(assets))) return false;
    const missing = -vault.deposit(assets) + still.deposit(assets);
    this.#leftToLimit(missing * vault.shareWorth);
    return true;
  }

  #othersRedeem(part: number): boolean {
    const [vault, still] = [this.#active.vault, this.#passive.vault];
    const shares = this.#othersShares * part;
    if (shares <= NOTHING || !this.#acceptable(vault.previewRedeem(shares), still.previewRedeem(shares))) return false;
    this.#leftToLimit(-vault.redeem(shares) + still.redeem(shares));
    return true;
  }

  #othersExit(part: number): boolean {
    const [vault, still] = [this.#active.vault, this.#passive.vault];
    const shares = this.#othersShares * part;
    if (shares <= NOTHING || vault.exitValue(shares) < (1 - LIMIT) * still.exitValue(shares)) return false;
    const before = this.#lead;
    vault.exit(shares);
    still.exit(shares);
    // What an exit leaves behind is a windfall of all who stay.
    this.#earned += this.#lead - before;
    return true;
  }

  #othersRequest(part: number): boolean {
    const [vault, still] = [this.#active.vault, this.#passive.vault];
    const shares = this.#othersShares * part;
    if (shares <= NOTHING || vault.requested > 0) return false;
    vault.request(shares);
    still.request(shares);
    return true;
  }

  #fill(): boolean {
    const [vault, still] = [this.#active.vault, this.#passive.vault];
    if (vault.requested === 0 || !this.#acceptable(vault.previewFill(), still.previewFill())) return false;
    this.#leftToLimit(-vault.fill() + still.fill());
    return true;
  }

  /** Whether a comer or a leaver goes ahead with what he gets here, seeing what he would have got; never where one refuses. */
  #acceptable(here: number, undisturbed: number): boolean {
    return here >= (this.#limits === "all" ? 1 - LIMIT : 0) * undisturbed;
  }

  /** Notes what a comer or a leaver gave away: his own choice only where a limit guards him. */
  #leftToLimit(assets: number): void {
    if (this.#limits === "all") this.#given += Math.max(0, assets);
  }

  /** Shares that neither the party nor the queue holds, in both histories. */
  get #othersShares(): number {
    return Math.min(this.#active.othersShares, this.#passive.othersShares);
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
  /** How long it may take. */
  readonly seconds: number;
  readonly limits: Limits;
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

/**
 * Plays one plan from one vault.
 * @param story gets a line a step, where one is wanted
 * @returns undefined where nothing happened or the party cannot restore what it held
 */
export function playPlan(base: ModelVault, terms: PlayTerms, story?: string[]): Outcome | undefined {
  return new Play(base, terms).run(terms.plan, story);
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
