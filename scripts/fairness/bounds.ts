import { SECONDS_PER_DAY } from "../../sdk/src/units/constants.ts";
import type { Parties } from "./cycles/Plan.ts";
import { searchCycles } from "./cycles/searchCycles.ts";
import type { BoundsOptions } from "./options.ts";
import { slowRule } from "./model/capitalRules.ts";
import { PUSH_FEED, SIGNED_FEED } from "./model/Listing.ts";
import { SHIPPED_TIERS, scaledTiers, tiersWith, type Tier } from "./model/tiers.ts";
import { TRIPLE } from "./setups.ts";

/** Parameters to try. */
export interface Corner {
  readonly name: string;
  readonly tiers: readonly Tier[];
}

/** What the search found at one corner, for one feed and party. */
export interface CornerFigure {
  readonly corner: string;
  readonly feed: "push" | "signed";
  readonly parties: Parties;
  readonly net: number;
  readonly beyondLimits: number;
  readonly passes: boolean;
}

/** What a search at three times the shipped λ and β may find within twenty minutes. */
export const ALLOWED: Readonly<Record<Parties, number>> = { strangers: 0.001, holders: 0.01 };

const FREE = { notionalFee: 0, premiumFeeCap: 0, chargeFee: 0, lockFee: 0 };
/** Ends of other parameters, at once. */
const ENDS = { volOfVol: 3, chargeFee: 0.05 };
const times = (riskAversion: number, capacityRent = riskAversion): Tier[] =>
  scaledTiers(SHIPPED_TIERS, { riskAversion, capacityRent });
const triple = times(TRIPLE);

/** Multiples of λ and β; and at three times both, the ends of the other parameters. */
export const CORNERS: readonly Corner[] = [
  ...[1, 2, 3, 4, 6, 8].map((factor) => ({ name: `λ and β × ${factor}`, tiers: times(factor) })),
  ...[3, 6, 8, 12].map((factor) => ({ name: `λ × ${factor}`, tiers: times(factor, 1) })),
  ...[3, 6, 8, 12].map((factor) => ({ name: `β × ${factor}`, tiers: times(1, factor) })),
  { name: "× 3, h 1 hour", tiers: tiersWith(triple, { horizon: 3_600 }) },
  ...[2, 3, 7].map((days) => ({
    name: `× 3, h ${days} days`,
    tiers: tiersWith(triple, { horizon: days * SECONDS_PER_DAY }),
  })),
  ...[2, 5].map((volOfVol) => ({ name: `× 3, ω ${volOfVol}`, tiers: tiersWith(triple, { volOfVol }) })),
  ...[-1, 1].map((spotVolCorrelation) => ({
    name: `× 3, r_sv ${spotVolCorrelation}`,
    tiers: tiersWith(triple, { spotVolCorrelation }),
  })),
  ...[0, 0.05].map((chargeFee) => ({ name: `× 3, ρ_f ${chargeFee}`, tiers: tiersWith(triple, { chargeFee }) })),
  { name: "× 3, no notional and lock fee", tiers: tiersWith(triple, { notionalFee: 0, lockFee: 0 }) },
  { name: "× 1, no fee but doubt", tiers: tiersWith(SHIPPED_TIERS, FREE) },
  { name: "× 3, no fee but doubt", tiers: tiersWith(triple, FREE) },
  ...[-1, 1].flatMap((spotVolCorrelation) =>
    [
      { riskAversion: 24, capacityRent: 0.45 },
      { riskAversion: 24, capacityRent: 0 },
      { riskAversion: 0, capacityRent: 0.45 },
    ].map((terms) => ({
      name: `λ ${terms.riskAversion}, β ${terms.capacityRent * 100} %, r_sv ${spotVolCorrelation}, ω 3, ρ_f 0.05`,
      tiers: tiersWith(SHIPPED_TIERS, { ...ENDS, ...terms, spotVolCorrelation }),
    })),
  ),
];

/** Plays cycles within twenty minutes at one corner. */
export function searchCorner(corner: Corner, { trials, seed, moves }: BoundsOptions): CornerFigure[] {
  const feeds = [
    { feed: "push", market: PUSH_FEED },
    { feed: "signed", market: SIGNED_FEED },
  ] as const;
  return feeds.flatMap(({ feed, market }) =>
    (["strangers", "holders"] as const).map((parties) => {
      const setup = { rule: slowRule(), tiers: corner.tiers, market };
      const found = searchCycles({ setup, parties, horizon: "minutes", limits: "all", moves, trials, seed });
      const net = found.byNet[0]?.outcome.net ?? 0;
      const beyondLimits = found.beyondLimits[0]?.outcome.beyondLimits ?? 0;
      return { corner: corner.name, feed, parties, net, beyondLimits, passes: net <= ALLOWED[parties] };
    }),
  );
}
