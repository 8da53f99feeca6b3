import { RandomSource } from "../../../simulation/src/RandomSource.ts";
import type { Setup } from "../attacks/Attack.ts";
import type { ModelVault } from "../model/ModelVault.ts";
import { restedVault } from "../model/restedVault.ts";
import { drawPlan, drawScene, type Draw } from "./drawPlan.ts";
import { HORIZON_SECONDS, type Horizon, type Limits, type Moves, type Parties, type Plan, type Scene } from "./Plan.ts";
import { playPlan, scratchFor, type Outcome } from "./playPlan.ts";

/** What a search is asked for. */
export interface SearchTerms {
  readonly setup: Setup;
  readonly parties: Parties;
  readonly horizon: Horizon;
  readonly limits: Limits;
  readonly moves: Moves;
  /** Closed cycles to play. */
  readonly trials: number;
  readonly seed: number;
  /** Called now and then with the number of closed cycles. */
  readonly tick?: (closed: number) => void;
}

/** A cycle that a search met. */
export interface FoundCycle {
  readonly scene: Scene;
  readonly plan: Plan;
  readonly outcome: Outcome;
}

/** What a search found; gains are parts of the vault's first deposit. */
export interface SearchResult {
  readonly closed: number;
  /** Cycles with a net gain of more than a hundredth of a per cent. */
  readonly gaining: number;
  /** The largest net gains, largest first; and by what is left beyond others' limits. */
  readonly byNet: readonly FoundCycle[];
  readonly beyondLimits: readonly FoundCycle[];
}

const PLANS_A_SCENE = 12;
const SCENE_NAV_SHARE = 0.3;
const COUNTED_GAIN = 1e-4;
const KEPT = 20;
const TICK_EVERY = 1_000;
const TEN_MINUTES = 600;

/** Plays random cycles until as many have closed as were asked for. The same seed plays the same cycles. */
export function searchCycles(terms: SearchTerms): SearchResult {
  const { setup, parties, horizon, limits, moves, trials } = terms;
  const random = new RandomSource(terms.seed);
  const draw: Draw = { random, tiers: setup.tiers, parties, horizon, moves, volatility: setup.market.volatility };
  const byNet: FoundCycle[] = [];
  const beyondLimits: FoundCycle[] = [];
  let closed = 0;
  let gaining = 0;
  while (closed < trials) {
    const scene = drawScene(draw);
    const base = stageFor(setup, scene);
    if (base === undefined) continue;
    const scratch = scratchFor(base);
    for (let count = 0; count < PLANS_A_SCENE && closed < trials; count++) {
      const plan = drawPlan(draw, scene);
      const outcome = playPlan(base, { plan, seconds: HORIZON_SECONDS[horizon], limits, scratch });
      if (outcome === undefined) continue;
      closed++;
      if (outcome.net > COUNTED_GAIN) gaining++;
      const found = { scene, plan, outcome };
      keep(byNet, found, "net");
      keep(beyondLimits, found, "beyondLimits");
      if (closed % TICK_EVERY === 0) terms.tick?.(closed);
    }
  }
  return { closed, gaining, byNet, beyondLimits };
}

/** The vault that a scene describes; undefined where R has eaten so much of NAV that nobody would set it up. */
export function stageFor({ rule, market }: Setup, scene: Scene): ModelVault | undefined {
  const vault = restedVault({ ...scene, rule, market });
  if (vault.nav < SCENE_NAV_SHARE * vault.collateral) return undefined;
  if (scene.dipBefore !== 1) {
    for (const spot of [scene.dipBefore, 1]) {
      vault.wait(TEN_MINUTES, spot);
      vault.note();
    }
  }
  return vault;
}

/** A cycle told step by step, as it happened. */
export function storyOf({ setup, horizon, limits }: SearchTerms, { scene, plan }: FoundCycle): string[] {
  const base = stageFor(setup, scene);
  const story: string[] = [];
  if (base !== undefined) {
    playPlan(base, { plan, seconds: HORIZON_SECONDS[horizon], limits, scratch: scratchFor(base) }, story);
  }
  return story;
}

function keep(best: FoundCycle[], found: FoundCycle, by: "net" | "beyondLimits"): void {
  const least = best[best.length - 1];
  if (best.length === KEPT && least !== undefined && least.outcome[by] >= found.outcome[by]) return;
  const place = best.findIndex(({ outcome }) => outcome[by] < found.outcome[by]);
  best.splice(place < 0 ? best.length : place, 0, found);
  if (best.length > KEPT) best.pop();
}
