import { HOUR, MINUTE, type Calendar } from "./calendar.ts";
import { MARKETS, scriptedEvents } from "./market.ts";
import { wobbleWindow } from "./stablecoin.ts";
import { every } from "./timeline.ts";

/**
 * Seconds between looks at the markets: now and then (in between, whoever needs a price has it published), and closely while
 * they crash, while the stablecoin wobbles, and while an expiry is averaged.
 */
const REGULAR_LOOK = 6 * HOUR;
const CRASH_LOOK = 20 * MINUTE;
const WOBBLE_LOOK = HOUR;
const AVERAGING_LOOK = 5 * MINUTE;
const AVERAGING_LEAD = 40 * MINUTE;

/** When the provider looks at the markets. */
export function publishTimes(calendar: Calendar): { regular: number[]; averaging: number[] } {
  const { startsAt, endsAt, expiries } = calendar;
  const crash = scriptedEvents(calendar, MARKETS.WETH.crash)
    .map(({ start, duration }) => ({ from: start, to: start + duration }))
    .slice(0, 1);
  const wobble = wobbleWindow(calendar);
  return {
    regular: [
      ...every(REGULAR_LOOK, { from: startsAt, to: endsAt }),
      ...crash.flatMap((window) => every(CRASH_LOOK, window)),
      ...(wobble === undefined ? [] : every(WOBBLE_LOOK, wobble)),
    ],
    averaging: expiries.flatMap((expiry) => every(AVERAGING_LOOK, { from: expiry - AVERAGING_LEAD, to: expiry })),
  };
}
