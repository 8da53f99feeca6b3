import { OptionKind } from "../../../sdk/src/pricing/OptionKind.ts";
import type { RandomSource } from "../../../simulation/src/RandomSource.ts";
import { SECONDS_PER_DAY } from "../../../sdk/src/units/constants.ts";
import type { Tier } from "../model/tiers.ts";
import type { Action, Horizon, Moves, Parties, Plan, Scene, Step } from "./Plan.ts";

/** What a search draws from. */
export interface Draw {
  readonly random: RandomSource;
  readonly tiers: readonly Tier[];
  readonly parties: Parties;
  readonly horizon: Horizon;
  readonly moves: Moves;
  /** A year. */
  readonly volatility: number;
}

const HOUR = 3_600;
const TRADES: readonly Action[] = ["buy", "sell", "buy", "sell"];
const AROUND: readonly Action[] = [
  "wait",
  "dip",
  "others deposit",
  "others redeem",
  "others buy",
  "others sell",
  "others request",
  "fill",
];
const ACTIONS: Readonly<Record<Parties, readonly Action[]>> = {
  strangers: [...TRADES, ...AROUND],
  holders: [...TRADES, ...AROUND, "deposit", "redeem", "exit"],
};
const PAUSES: Readonly<Record<Horizon, readonly number[]>> = {
  minutes: [12, 60, 300],
  days: [12, 60, 600, HOUR, 6 * HOUR, SECONDS_PER_DAY, 3 * SECONDS_PER_DAY],
};
/** Against the writer mostly. In twenty minutes, ten standard deviations are five per cent at a volatility of 80 %. */
const DIPS: Readonly<Record<Moves, Readonly<Record<OptionKind, readonly number[]>>>> = {
  deep: {
    [OptionKind.Put]: [0.95, 0.9, 0.8, 0.65, 0.5, 0.3, 1.1],
    [OptionKind.Call]: [1.05, 1.1, 1.25, 1.5, 2, 3, 0.9],
  },
  shallow: {
    [OptionKind.Put]: [0.99, 0.97, 0.95, 1.03],
    [OptionKind.Call]: [1.01, 1.03, 1.05, 0.97],
  },
};
const DIPS_BEFORE: Readonly<Record<OptionKind, readonly number[]>> = {
  [OptionKind.Put]: [0.9, 0.7, 0.5],
  [OptionKind.Call]: [1.1, 1.5, 2],
};

/** A vault at random: kind, tier, tenor, strikes, utilisation, one or two expiries, rested or just after a dip. */
export function drawScene({ random, tiers, volatility }: Draw): Scene {
  const kind = pick(random, [OptionKind.Put, OptionKind.Call]);
  const days = pick(random, [7, 14, 28, 42, 63]);
  const deviation = volatility * Math.sqrt(days / 365);
  const strikeAt = (steps: number): number => Math.exp(steps * deviation);
  const around = [-1.3, -0.6, 0.6, 1.3];
  const first = pick(random, around);
  const second = pick(
    random,
    around.filter((steps) => steps !== first),
  );
  const later = {
    expiry: (days + pick(random, [7, 21])) * SECONDS_PER_DAY,
    strike: strikeAt(pick(random, [-0.6, 0, 0.6])),
  };
  return {
    kind,
    tier: pick(random, tiers),
    days,
    utilisation: pick(random, [0.05, 0.2, 0.4, 0.6, 0.7, 0.8, 0.88]),
    strike: strikeAt(pick(random, [-0.5, 0, 0.5])),
    strikes: [strikeAt(first), strikeAt(second)],
    later: random.uniform() < 0.25 ? [later] : [],
    dipBefore: random.uniform() < 0.4 ? pick(random, DIPS_BEFORE[kind]) : 1,
  };
}

/** Two to seven steps at random. */
export function drawPlan(draw: Draw, scene: Scene): Plan {
  const { random, parties } = draw;
  const count = 2 + Math.floor(random.uniform() * 6);
  return {
    ownShares: parties === "holders" ? pick(random, [0, 0, 0.2, 0.6, 0.95]) : 0,
    ownOptions: pick(random, [0, 0.3, 1]),
    steps: Array.from({ length: count }, () => drawStep(draw, scene)),
    optionsFirst: random.uniform() < 0.5,
  };
}

function drawStep({ random, parties, horizon, moves }: Draw, scene: Scene): Step {
  const action = pick(random, ACTIONS[parties]);
  const series = Math.floor(random.uniform() * (1 + scene.strikes.length + scene.later.length));
  const part = (): number => pick(random, [1, 1, 0.5, random.uniform()]);
  const step = (amount: number, more: Partial<Step> = {}): Step => ({ action, series, amount, spot: 1, ...more });
  switch (action) {
    case "buy":
      return step(random.uniform() < 0.3 ? Infinity : random.uniform() * logUniform(random, -2, 0));
    case "sell":
      return step(part());
    case "wait":
      return step(pick(random, PAUSES[horizon]));
    case "dip":
      return step(pick(random, PAUSES[horizon]), { spot: pick(random, DIPS[moves][scene.kind]) });
    case "deposit":
      return step(logUniform(random, -2, 0.7));
    case "redeem":
    case "withdraw":
      return step(pick(random, [1, 0.5, 0.9, random.uniform()]), {
        action: random.uniform() < 0.4 ? "withdraw" : "redeem",
      });
    case "exit":
      return step(pick(random, [1, 0.5, 0.9, random.uniform()]));
    case "others buy":
      return step(random.uniform() * logUniform(random, -2, -0.3));
    case "others sell":
      return step(pick(random, [1, 0.5, 0.1, random.uniform()]));
    case "others deposit":
      return step(logUniform(random, -2, 0.6));
    case "others redeem":
    case "others exit":
      return step(pick(random, [0.05, 0.2, 0.5, 0.9]), {
        action: random.uniform() < 0.2 ? "others exit" : "others redeem",
      });
    case "others request":
      return step(pick(random, [0.05, 0.2, 0.5]));
    case "fill":
      return step(0);
  }
}

/** 10^x with x uniform. */
function logUniform(random: RandomSource, from: number, to: number): number {
  return 10 ** (from + (to - from) * random.uniform());
}

function pick<Item>(random: RandomSource, items: readonly Item[]): Item {
  const item = items[Math.floor(random.uniform() * items.length)];
  if (item === undefined) throw new RangeError("expected something to pick from, got an empty list");
  return item;
}
