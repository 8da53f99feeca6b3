import { RandomSource } from "../../../simulation/src/RandomSource.ts";
import { HORIZON_SECONDS, type Action, type Plan, type Step } from "./Plan.ts";
import { playPlan, scratchFor } from "./playPlan.ts";
import { stageFor, type FoundCycle, type SearchTerms } from "./searchCycles.ts";

/**
 * Climbs from a found cycle: changes one amount or holding at a time and keeps what gains more, by the same measure.
 * What comes out is a local maximum near the random find, so a harder bound than the find itself.
 */
export function refine(
  terms: SearchTerms,
  found: FoundCycle,
  { by, tries }: { by: "net" | "beyondLimits"; tries: number },
): FoundCycle {
  const base = stageFor(terms.setup, found.scene);
  if (base === undefined) return found;
  const scratch = scratchFor(base);
  const random = new RandomSource(terms.seed);
  let best = found;
  for (let count = 0; count < tries; count++) {
    const plan = changed(best.plan, random);
    const outcome = playPlan(base, {
      plan,
      seconds: HORIZON_SECONDS[terms.horizon],
      limits: terms.limits,
      scratch,
    });
    if (outcome !== undefined && outcome[by] > best.outcome[by]) best = { scene: found.scene, plan, outcome };
  }
  return best;
}

function changed(plan: Plan, random: RandomSource): Plan {
  const index = Math.floor(random.uniform() * (plan.steps.length + 1));
  if (index === plan.steps.length) {
    // A party of strangers has no shares, and gets none.
    return { ...plan, ownShares: Math.min(0.95, varied(plan.ownShares, random)) };
  }
  return {
    ...plan,
    steps: plan.steps.map((step, i) => (i === index ? { ...step, amount: amountFor(step, random) } : step)),
  };
}

/** The largest amounts that a search draws; parts of something end at all of it. */
const LARGEST: Partial<Record<Action, number>> = { buy: 1, deposit: 5, "others buy": 0.5, "others deposit": 4 };

function amountFor({ action, amount }: Step, random: RandomSource): number {
  if (!Number.isFinite(amount) || action === "wait" || action === "dip") return amount;
  return Math.min(LARGEST[action] ?? 1, varied(amount, random));
}

/** A few per cent to a few times more or less. */
function varied(value: number, random: RandomSource): number {
  return value * Math.exp(random.normal() * 0.5 * random.uniform());
}
