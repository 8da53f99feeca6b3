import { DAY, HOUR, MINUTE } from "../calendar.ts";
import { publishTimes } from "../publishTimes.ts";
import { every, type Scene } from "../timeline.ts";
import { crashWindow } from "./crash.ts";
import type { Troupe } from "./Troupe.ts";

/** How often each of these happens when nothing special does: reports just before the last one grows stale. */
const REPORT_EVERY = 6 * HOUR;
const VOLATILITY_EVERY = 6 * HOUR;
const RELIST_EVERY = DAY;
/** How often the report looks. */
const VAULTS_SEEN_EVERY = 12 * HOUR;
const SURFACE_SEEN_EVERY = DAY;

/** What goes on all the time: prices, surface reports, realised volatility, strikes that follow spot. */
export function backgroundScenes(troupe: Troupe): Scene[] {
  const { calendar, newsroom, prices, recorder, keeper } = troupe;
  const { startsAt, endsAt } = calendar;
  const { regular, averaging } = publishTimes(calendar);
  const crash = crashWindow(troupe);
  const isQuiet = (at: number) => crash === undefined || at < crash.from || at >= crash.to;
  const times = (step: number, offset: number) => every(step, { from: startsAt + offset, to: endsAt });
  const publish = async (options?: { force: boolean }): Promise<void> => {
    await prices.publish(options);
  };
  // Each a minute or two after the other; the clock may run ahead of them, so who looks at the vaults has a price published.
  return [
    ...regular.map((at) => ({ at, play: () => publish() })),
    ...averaging.map((at) => ({ at, play: () => publish({ force: true }) })),
    ...times(REPORT_EVERY, MINUTE)
      .filter(isQuiet)
      .map((at) => ({ at, play: () => newsroom.reportUntilFresh() })),
    ...times(VOLATILITY_EVERY, 2 * MINUTE).map((at) => ({ at, play: () => keeper.updateRealisedVolatility() })),
    ...times(VAULTS_SEEN_EVERY, 3 * MINUTE).map((at) => ({
      at,
      play: async () => {
        await publish();
        await recorder.recordVaults();
      },
    })),
    ...times(SURFACE_SEEN_EVERY, 3 * MINUTE).map((at) => ({
      at,
      play: async () => {
        recorder.recordSurfaces();
        await Promise.resolve();
      },
    })),
    ...times(RELIST_EVERY, 4 * MINUTE).map((at) => ({ at, play: () => keeper.relist() })),
  ];
}
