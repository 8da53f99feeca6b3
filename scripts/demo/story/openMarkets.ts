import { HOUR } from "../calendar.ts";
import type { Demo } from "../Demo.ts";

/** How often, an hour apart, somebody who has time comes back to shut markets. */
const MOST_VISITS = 6;

/**
 * What people wait for before they trade: a price within its heartbeat, and surfaces that are fresh. A report that is pending
 * is confirmed, or walked to, within minutes. Whether it worked out.
 */
export async function openMarkets({ reporting, prices, stage }: Demo): Promise<boolean> {
  if (!(await prices.publish())) await stage.pass();
  if (await reporting.isFresh()) return true;
  await reporting.reportUntilFresh();
  return reporting.isFresh();
}

/** As `openMarkets`, for those who have time: after a crash the reports may take hours to catch up. Whether it worked out. */
export async function waitForOpenMarkets(demo: Demo): Promise<boolean> {
  const { stage } = demo;
  for (let visit = 0; visit < MOST_VISITS; visit++) {
    if (await openMarkets(demo)) return true;
    stage.moveTo(stage.now + HOUR);
  }
  return openMarkets(demo);
}
