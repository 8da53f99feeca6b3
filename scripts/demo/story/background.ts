import { HOUR, MINUTE } from "../calendar.ts";
import { publishTimes } from "../market.ts";
import { every, type Scene } from "../timeline.ts";
import { crashWindow } from "./crash.ts";
import type { Troupe } from "./Troupe.ts";

/** How often each of these happens when nothing special does. */
const REPORT_EVERY = 4 * HOUR;
const VOLATILITY_EVERY = 4 * HOUR;
const RELIST_EVERY = 12 * HOUR;
const STABLECOIN_EVERY = 12 * HOUR;
/** How often the report looks. */
const VAULTS_SEEN_EVERY = 8 * HOUR;
const SURFACE_SEEN_EVERY = 24 * HOUR;

/** What goes on all the time: prices, surface reports, realised volatility, strikes that follow spot. */
export function backgroundScenes(troupe: Troupe): Scene[] {
  const { calendar, market, recorder, reporters, keeper } = troupe;
  const { startsAt, endsAt } = calendar;
  const { regular, averaging } = publishTimes(calendar);
  const crash = crashWindow(troupe);
  const isQuiet = (at: number) => crash === undefined || at < crash.from || at >= crash.to;
  const times = (step: number, offset: number) => every(step, { from: startsAt + offset, to: endsAt });
  // Each a few minutes after the other, so that none waits for another.
  return [
    ...regular.map((at) => ({ at, play: () => market.publish() })),
    ...averaging.map((at) => ({ at, play: () => market.publish({ force: true }) })),
    ...times(STABLECOIN_EVERY, 0).map((at) => ({ at, play: () => market.publishStablecoin() })),
    ...times(REPORT_EVERY, 2 * MINUTE)
      .filter(isQuiet)
      .map((at) => ({ at, play: () => reporters.reportUntilFresh() })),
    ...times(VOLATILITY_EVERY, 20 * MINUTE).map((at) => ({ at, play: () => keeper.updateRealisedVolatility() })),
    ...times(VAULTS_SEEN_EVERY, HOUR).map((at) => ({ at, play: () => recorder.recordVaults() })),
    ...times(SURFACE_SEEN_EVERY, HOUR).map((at) => ({
      at,
      play: async () => recorder.recordSurface(market.now().spot),
    })),
    ...times(RELIST_EVERY, 6 * HOUR + 15 * MINUTE).map((at) => ({ at, play: () => keeper.relist() })),
  ];
}
