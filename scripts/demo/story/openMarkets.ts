import type { Troupe } from "./Troupe.ts";

/**
 * What people wait for before they trade: a price within its heartbeat, and surfaces that are fresh. A report that is pending
 * is confirmed, or walked to, within minutes. Whether it worked out.
 */
export async function openMarkets({ newsroom, prices, stage }: Troupe): Promise<boolean> {
  if (!(await prices.publish())) await stage.pass();
  if (await newsroom.isFresh()) return true;
  await newsroom.reportUntilFresh();
  return newsroom.isFresh();
}
