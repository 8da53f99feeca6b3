import { fromWad } from "@bulkhead/sdk";

import { HOUR, MINUTE, WEEK } from "../calendar.ts";
import { formatAmount, formatDate, formatNumber, formatTime } from "../format.ts";
import type { Scene } from "../timeline.ts";
import { openWeeks } from "./opening.ts";
import { openMarkets, waitForOpenMarkets } from "./openMarkets.ts";
import type { Demo } from "../Demo.ts";

/** Each Friday: the price is proven, the expiry settled, holders redeem, a provider leaves at NAV, the next expiry opens. */
export function expiryScenes(demo: Demo): Scene[] {
  return demo.calendar.expiries.flatMap((expiry, week) => [
    { at: expiry + 5 * MINUTE, play: () => proveAndSettle(demo, expiry) },
    { at: expiry + 20 * MINUTE, play: () => redeem(demo, { expiry, week }) },
    { at: expiry + 30 * MINUTE, play: () => leave(demo, week) },
    { at: expiry + 2 * HOUR, play: () => openNext(demo) },
  ]);
}

/** Strikes are laid around the forward and by volatility, which need prices and surfaces. */
async function openNext(demo: Demo): Promise<void> {
  if (!(await waitForOpenMarkets(demo))) {
    demo.output.story(`${formatTime(demo.stage.now)}  the markets stay shut: the next expiry has to wait`);
    return;
  }
  await openWeeks(demo);
}

async function proveAndSettle({ prices, output, settlements }: Demo, expiry: number): Promise<void> {
  // The averaging window has to end before a proof can: a round after it shows that none is missing.
  await prices.publish({ force: true });
  const proven = await settlements.settle(BigInt(expiry));
  const said = [...proven].map(([venue, price]) => `${venue.symbol} at ${formatNumber(fromWad(price))}`).join(", ");
  output.story(`${formatTime(expiry)}  proven and settled in every vault: ${said} USDC`);
}

/** The first buyer takes a week to come, but for the last expiry: a settled claim is as good then. */
async function redeem(
  { calendar, desk, accounts, output }: Demo,
  { expiry, week }: { expiry: number; week: number },
): Promise<void> {
  const late = accounts.buyers.slice(0, 1);
  const isLast = week === calendar.weeks - 1;
  const visits = [
    { of: expiry, holders: isLast ? accounts.buyers : accounts.buyers.slice(1) },
    ...(week > 0 ? [{ of: expiry - WEEK, holders: late }] : []),
  ];
  for (const { of, holders } of visits) {
    for (const [vault, amount] of await desk.redeem(of, holders)) {
      if (amount === 0n) continue;
      output.story(`  "${vault.name}" pays ${formatAmount(amount, vault.collateral)} for ${formatDate(of)}`);
    }
  }
}

/** Some providers leave after the first week; others take a part of what they have after every later one. */
async function leave(demo: Demo, week: number): Promise<void> {
  const { providers, investors, output } = demo;
  // As buyers do, they wait for open markets.
  await openMarkets(demo);
  const leaving = investors.filter(({ name }) => LEAVERS[Math.min(week, LEAVERS.length - 1)]?.includes(name));
  for (const investor of leaving) {
    const got = await providers.leaveAtNav(investor, week === 0 ? 1 : PART);
    output.story(
      got === 0n
        ? `  ${investor.name} would leave at NAV, but the vault lets nothing go at once now`
        : `  ${investor.name} leaves at NAV with ${formatAmount(got, investor.vault.collateral)}`,
    );
  }
}

const PART = 0.15;
const LEAVERS: readonly (readonly string[])[] = [
  ["Bruno", "Felix", "Quirin"],
  ["Chiara", "Greta", "Rosa", "Vera"],
];
