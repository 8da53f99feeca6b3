import {
  ContractError,
  explained,
  fromWad,
  observations,
  SECONDS_PER_DAY,
  SECONDS_PER_YEAR,
  sviVariance,
} from "@bulkhead/sdk";

import type { Results } from "../../report/Output.ts";
import type { Reporters } from "../../markets/reporters.ts";
import type { Stage } from "../Stage.ts";
import type { Vault, Venue, World } from "../../markets/world.ts";
import type { GuaranteedExit, Moment, Smile, SurfaceMoment, VaultMoment } from "./Story.ts";

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
  readonly #surfaces = new Map<Venue, SurfaceMoment[]>();
  readonly moments: Moment[] = [];
  readonly exits: GuaranteedExit[] = [];
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
      this.#world.vaults.map(async (vault) => [vault.address, await this.#momentOf(vault)] as const),
    );
    const priced = seen.flatMap(([address, moment]) => (moment === undefined ? [] : [[address, moment] as const]));
    this.moments.push({ at: this.#stage.now, vaults: Object.fromEntries(priced) });
  }

  /** What was seen of a market's surface, in the order of time. */
  surfacesOf(venue: Venue): readonly SurfaceMoment[] {
    return this.#surfaces.get(venue) ?? [];
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
    const seen = this.#surfaces.get(venue) ?? [];
    const { observedAt, slices } = calibration;
    this.#surfaces.set(venue, [
      ...seen,
      { at: observedAt, spot, surface: { observedAt, slices: [...slices] }, smiles },
    ]);
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
