import { DAY, HOUR, WEEK, type Calendar } from "./calendar.ts";
import type { ReferencePrice } from "../markets/ReferenceMarket.ts";
import type { Stage } from "./Stage.ts";

/** The week in which the stablecoin wobbles, counted from zero. */
const WOBBLE_WEEK = 4;
/** On its Wednesday evening the coin begins to fall, within hours, stays low for a day, and is back on Friday evening. */
const WOBBLE_STARTS = 5 * DAY + 11 * HOUR;
const FALL = 6 * HOUR;
const LOW = 24 * HOUR;
const RISE = 18 * HOUR;
/** What it is worth at its lowest, in dollars. */
const LOWEST = 0.97;

/** The window of the wobble and when it is lowest; undefined in a run that ends before it. */
export function wobbleWindow({ startsAt, weeks }: Calendar): { from: number; low: number; to: number } | undefined {
  if (weeks <= WOBBLE_WEEK) return undefined;
  const from = startsAt + WOBBLE_WEEK * WEEK + WOBBLE_STARTS;
  return { from, low: from + FALL, to: from + FALL + LOW + RISE };
}

/** The stablecoin that the markets are quoted in: worth a dollar, but for one wobble. */
export class Stablecoin implements ReferencePrice {
  readonly #clock: Pick<Stage, "now">;
  readonly #window: ReturnType<typeof wobbleWindow>;

  constructor(clock: Pick<Stage, "now">, calendar: Calendar) {
    this.#clock = clock;
    this.#window = wobbleWindow(calendar);
  }

  /** Its price in dollars; at the clock's time by default. */
  price(at = this.#clock.now): number {
    return this.#window === undefined ? 1 : priceAt(at, this.#window.from);
  }
}

function priceAt(time: number, from: number): number {
  const since = time - from;
  const back = since - FALL - LOW;
  const depth = Math.min(within(since / FALL), 1 - within(back / RISE));
  return 1 - (1 - LOWEST) * depth;
}

/** A smooth way from 0 to 1. */
function within(share: number): number {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
}
