import type { Client } from "@bulkhead/sdk";
import { relistStrikes, updateVolatility } from "@bulkhead/sdk/keeper";

import { DAY, HOUR, MINUTE } from "../calendar.ts";
import { publishTimes } from "../publishTimes.ts";
import { every, type Scene } from "../timeline.ts";
import { crashWindow } from "./crash.ts";
import type { Demo } from "../Demo.ts";

/** How often each of these happens when nothing special does: reports just before the last one grows stale. */
const REPORT_EVERY = 6 * HOUR;
const VOLATILITY_EVERY = 6 * HOUR;
const RELIST_EVERY = DAY;
/** How often the report looks. */
const VAULTS_SEEN_EVERY = 12 * HOUR;
const SURFACE_SEEN_EVERY = DAY;

/** What goes on all the time: prices, surface reports, realised volatility, strikes that follow spot. */
export function backgroundScenes(demo: Demo): Scene[] {
  const { calendar, reporting, prices, recorder } = demo;
  const { startsAt, endsAt } = calendar;
  const { regular, averaging } = publishTimes(calendar);
  const crash = crashWindow(demo);
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
      .map((at) => ({ at, play: () => reporting.reportUntilFresh() })),
    ...times(VOLATILITY_EVERY, 2 * MINUTE).map((at) => ({
      at,
      play: () => forEachMarket(demo, (client) => updateVolatility(client, { every: VOLATILITY_EVERY / 2 })),
    })),
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
    ...times(RELIST_EVERY, 4 * MINUTE).map((at) => ({ at, play: () => forEachMarket(demo, relistStrikes) })),
  ];
}

/** Has the keeper do something in every market, at the present. */
async function forEachMarket({ keepers, stage }: Demo, action: (client: Client) => Promise<unknown>): Promise<void> {
  await stage.pass();
  for (const client of keepers) await action(client);
}
