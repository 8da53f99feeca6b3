import { OptionKind, type RiskParams } from "@bulkhead/sdk";

import { figuresOf, type Figures } from "./figures.ts";
import { marketPath, type MarketPath } from "./marketPath.ts";
import { replayVault, type VaultRun } from "./replayVault.ts";
import { TIERS, type World } from "./worlds.ts";

/** One tier's vault of one kind. */
export interface TierResult {
  readonly kind: OptionKind;
  readonly tier: string;
  readonly run: VaultRun;
  readonly figures: Figures;
}

/** One point of the grid. */
export interface GridCell {
  readonly kind: OptionKind;
  readonly riskAversion: number;
  readonly capacityRent: number;
  readonly figures: Figures;
}

/** How the tiers fare if one assumption is another. */
export interface Variation {
  readonly assumption: "premium" | "demand" | "tolerance";
  readonly value: number;
  readonly kind: OptionKind;
  readonly tier: string;
  readonly figures: Figures;
}

export interface WorldResult {
  readonly world: World;
  readonly tiers: readonly TierResult[];
  readonly grid: readonly GridCell[];
  readonly variations: readonly Variation[];
}

export const KINDS = [OptionKind.Call, OptionKind.Put] as const;
/** λ and β of the grid; everything else as in the first tier. Zero means: not charged at all. */
export const RISK_AVERSIONS = [0, 4, 8, 24, 64] as const;
export const CAPACITY_RENTS = [0, 0.05, 0.08, 0.15, 0.3, 0.6] as const;

const VARIED = { premium: [1, 1.2], demand: [0.5, 2], tolerance: [0.1] } as const;

/** Vaults that `replayWorld` lives through in one world. */
export const RUNS_A_WORLD =
  KINDS.length *
  (TIERS.length * (1 + Object.values(VARIED).flat().length) + RISK_AVERSIONS.length * CAPACITY_RENTS.length);

/**
 * Every tier, the grid, and the tiers under other assumptions, on one history.
 * @param tick called after each vault
 */
export function replayWorld(world: World, { demand, tick }: { demand: number; tick: () => void }): WorldResult {
  const path = marketPath(world.closes, world.assumptions);
  const live = (on: MarketPath, terms: { kind: OptionKind; params: RiskParams; demand: number }) => {
    const run = replayVault(on, terms);
    const figures = figuresOf(run, ({ spot }) => (terms.kind === OptionKind.Call ? spot : 1));
    tick();
    return { run, figures };
  };
  const tiers = KINDS.flatMap((kind) =>
    TIERS.map(({ name, params }) => ({ kind, tier: name, ...live(path, { kind, params, demand }) })),
  );
  const variations = [
    ...VARIED.premium.map((value) => ({ assumption: "premium" as const, value, assumed: { premiumRatio: value } })),
    ...VARIED.demand.map((value) => ({ assumption: "demand" as const, value, assumed: {} })),
    ...VARIED.tolerance.map((value) => ({ assumption: "tolerance" as const, value, assumed: { tolerance: value } })),
  ].flatMap(({ assumption, value, assumed }) => {
    const other = marketPath(world.closes, { ...world.assumptions, ...assumed });
    return KINDS.flatMap((kind) =>
      TIERS.map(({ name, params }): Variation => {
        const terms = { kind, params, demand: assumption === "demand" ? value : demand };
        return { assumption, value, kind, tier: name, figures: live(other, terms).figures };
      }),
    );
  });
  return { world, tiers, variations, grid: gridOf((kind, params) => live(path, { kind, params, demand }).figures) };
}

function gridOf(figures: (kind: OptionKind, params: RiskParams) => Figures): GridCell[] {
  const base = TIERS[0]?.params;
  if (base === undefined) throw new Error("expected a tier in the parameters, got none: see deploy/parameters");
  return KINDS.flatMap((kind) =>
    RISK_AVERSIONS.flatMap((riskAversion) =>
      CAPACITY_RENTS.map((capacityRent) => ({
        kind,
        riskAversion,
        capacityRent,
        figures: figures(kind, { ...base, riskAversion, capacityRent }),
      })),
    ),
  );
}
