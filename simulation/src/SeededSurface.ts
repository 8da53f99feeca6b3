import { curveFor, curveVariance, sviVariance, type Surface, type Svi } from "@bulkhead/sdk/book";
import { fitSlice, SURFACE_RULES } from "@bulkhead/sdk/surface";
import type { MarketModel, MarketPoint } from "./MarketModel.ts";
import { trueSurface } from "./trueSurface.ts";

export interface SurfaceSeed {
  /** What was seen of a real market, at any time. */
  readonly surface: Surface;
  /** Unix seconds of the simulation at which it is to hold, with each expiry as far away as it was. */
  readonly time: number;
  /** Seconds over which the model's own surface takes its place. */
  readonly fadesOver: number;
  /** Its variance at first is the model's. */
  readonly model: MarketModel;
}

/** Where a slice is sampled, in standard deviations either side of the forward. */
const WIDEST = 3;
const SAMPLES = 25;

/**
 * The surface of a simulated market that begins as a real one was: at first exactly what was seen, then moving with the model's
 * variance and giving way to the model's own surface bit by bit.
 *
 * Every slice is the SVI slice nearest to a mixture of two total variances. Both grow with expiry, so their mixture does.
 */
export class SeededSurface {
  readonly #seed: SurfaceSeed;
  readonly #seen: Surface;

  constructor(seed: SurfaceSeed) {
    const { surface, time } = seed;
    const later = time - surface.observedAt;
    this.#seed = seed;
    this.#seen = {
      observedAt: time,
      slices: surface.slices.map(({ expiry, svi }) => ({ expiry: expiry + later, svi })),
    };
  }

  /** The surface when the market is as at this point. */
  at(point: MarketPoint, expiries: readonly number[]): Surface {
    const { time, fadesOver, model } = this.#seed;
    const left = 1 - (point.time - time) / fadesOver;
    const own = trueSurface(point, { expiries, model });
    if (!(left > 0)) return own;
    const atFirst = trueSurface({ time, spot: model.spot, variance: model.variance }, { expiries, model });
    const slices: { expiry: number; svi: Svi }[] = [];
    for (const [index, { expiry, svi }] of own.slices.entries()) {
      const start = atFirst.slices[index]?.svi ?? svi;
      // As the model's variance has moved, and as life has run out, since the seed.
      const moved = sviVariance(svi, 0).w / sviVariance(start, 0).w;
      const seen = curveFor(this.#seen, { expiry, now: time });
      const varianceAt = (k: number): number =>
        Math.min(1, left) * moved * curveVariance(seen, k).w + (1 - Math.min(1, left)) * sviVariance(svi, k).w;
      slices.push({ expiry, svi: sliceThrough(varianceAt, slices.at(-1)?.svi) });
    }
    return { observedAt: point.time, slices };
  }
}

function sliceThrough(varianceAt: (k: number) => number, earlier: Svi | undefined): Svi {
  const deviation = Math.sqrt(varianceAt(0));
  const points = Array.from({ length: SAMPLES }, (_, index) => {
    const k = WIDEST * deviation * ((2 * index) / (SAMPLES - 1) - 1);
    const variance = varianceAt(k);
    return { k, variance, weight: 1 / variance };
  });
  return fitSlice({ points, rules: SURFACE_RULES, earlier });
}
