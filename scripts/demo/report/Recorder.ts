import {
  ContractError,
  explained,
  fromWad,
  observations,
  SECONDS_PER_DAY,
  SECONDS_PER_YEAR,
  sviVariance,
  type Surface,
} from "@bulkhead/sdk";

import type { Results } from "../../report/Output.ts";
import type { Reporters } from "../../markets/reporters.ts";
import type { Stage } from "../Stage.ts";
import type { Vault, Venue, World } from "../../markets/world.ts";

/** A vault at one moment. Shares of its actual capital where no other unit is named. */
export interface VaultMoment {
  /** Worth of one share in the vault's collateral, over what it was at first. */
  readonly share: number;
  /** lock / E */
  readonly used: number;
  /** Gain for each per cent that the price rises, and for each point that volatility rises. */
  readonly delta: number;
  readonly vega: number;
  /** Gain from a move of one per cent, whichever way, beyond delta; and from a day in which nothing moves. */
  readonly gamma: number;
  readonly theta: number;
  /** Parts of the risk charge, paid by buyers and not earned yet: for the book's moves, and for its locked capacity. */
  readonly charge: number;
  readonly rent: number;
}

/** All vaults at one moment. */
export interface Moment {
  /** Unix seconds. */
  readonly at: number;
  /** Absent where it had no price. */
  readonly vaults: ReadonlyMap<Vault, VaultMoment>;
}

/** The market's smile of one expiry as it was quoted, and as the chain has it. */
export interface Smile {
  readonly expiry: number;
  readonly quotes: readonly { readonly strike: number; readonly bid: number; readonly ask: number }[];
  readonly curve: readonly { readonly strike: number; readonly volatility: number }[];
}

/** The smiles of all expiries of a market at one moment. */
export interface SurfaceMoment {
  readonly venue: Venue;
  readonly at: number;
  readonly spot: number;
  /** As it was reported. */
  readonly surface: Surface;
  readonly smiles: readonly Smile[];
}

const POINTS_PER_ONE = 100;
const DAYS_PER_YEAR = SECONDS_PER_YEAR / SECONDS_PER_DAY;
const CURVE_POINTS = 41;
/** So many that the quotient of two of their values has all the digits of a double. */
const SHARES = 10n ** 30n;

/** Watches the vaults and the surface for the report; asks views only, so that nothing of the story depends on it. */
export class Recorder {
  readonly #world: World;
  readonly #stage: Stage;
  readonly #reporters: readonly Reporters[];
  readonly #first = new Map<Vault, number>();
  readonly moments: Moment[] = [];
  readonly surfaces: SurfaceMoment[] = [];
  /** What was printed on the way and is to be shown again. */
  readonly tables: Results[] = [];

  constructor(world: World, { stage, reporters }: { stage: Stage; reporters: readonly Reporters[] }) {
    this.#world = world;
    this.#stage = stage;
    this.#reporters = reporters;
  }

  /** Every vault as it is now. */
  async recordVaults(): Promise<void> {
    await this.#stage.pass();
    const seen = await Promise.all(
      this.#world.vaults.map(async (vault) => [vault, await this.#momentOf(vault)] as const),
    );
    const vaults = new Map(seen.flatMap(([vault, moment]) => (moment === undefined ? [] : [[vault, moment] as const])));
    this.moments.push({ at: this.#stage.now, vaults });
  }

  /** Each market's latest report beside the quotes that its proposer saw. */
  recordSurfaces(): void {
    for (const reporters of this.#reporters) this.#recordSurface(reporters);
  }

  #recordSurface({ venue, latest, history }: Reporters): void {
    if (latest === undefined) return;
    const spot = history.at(-1)?.spot ?? 0;
    const { calibration, chain } = latest;
    const smiles = calibration.slices.flatMap(({ expiry, svi }): Smile[] => {
      const quoted = chain.expiries.find((candidate) => candidate.expiry === expiry);
      if (quoted === undefined) return [];
      const years = (expiry - calibration.observedAt) / SECONDS_PER_YEAR;
      const points = observations(quoted, chain.observedAt);
      const [low, high] = [points.at(0)?.k ?? 0, points.at(-1)?.k ?? 0];
      const { forward } = quoted;
      const smile = {
        expiry,
        quotes: points.map(({ k, bidVolatility, askVolatility }) => ({
          strike: forward * Math.exp(k),
          bid: bidVolatility,
          ask: askVolatility,
        })),
        curve: Array.from({ length: CURVE_POINTS }, (_, index) => {
          const k = low + ((high - low) * index) / (CURVE_POINTS - 1);
          return { strike: forward * Math.exp(k), volatility: Math.sqrt(sviVariance(svi, k).w / years) };
        }),
      };
      return [smile];
    });
    this.surfaces.push({ venue, at: calibration.observedAt, spot, surface: calibration, smiles });
  }

  async #momentOf(vault: Vault): Promise<VaultMoment | undefined> {
    const { contract } = vault;
    try {
      const [assessment, assets] = await Promise.all([
        explained(contract.assess()),
        explained(contract.convertToAssets(SHARES)),
      ]);
      const share = Number(assets);
      if (!this.#first.has(vault)) this.#first.set(vault, share);
      const capital = fromWad(assessment.capital.actual);
      if (capital === 0) return undefined;
      const { greeks } = assessment;
      const perCapital = (amount: bigint): number => fromWad(amount) / capital;
      return {
        share: share / (this.#first.get(vault) ?? share),
        used: perCapital(assessment.lock),
        delta: perCapital(greeks.delta) / POINTS_PER_ONE,
        vega: perCapital(greeks.vega) / POINTS_PER_ONE,
        gamma: perCapital(greeks.gamma) / (2 * POINTS_PER_ONE ** 2),
        theta: perCapital(greeks.theta) / DAYS_PER_YEAR,
        charge: perCapital(assessment.moveCharge),
        rent: perCapital(assessment.rentCharge),
      };
    } catch (error) {
      // Without a price there is no figure.
      if (error instanceof ContractError) return undefined;
      throw error;
    }
  }
}
