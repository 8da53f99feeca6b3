import { fromWad } from "@bulkhead/sdk";

import { comingFridays, HOUR, MINUTE, WEEK } from "../calendar.ts";
import { formatAmount, formatDate, formatNumber, formatTime, nameOfVault } from "../format.ts";
import type { Scene } from "../timeline.ts";
import { OPEN_WEEKS } from "./opening.ts";
import type { Troupe } from "./Troupe.ts";

/** Each Friday: the price is proven, the expiry settled, holders redeem, a provider leaves at NAV, the next expiry opens. */
export function expiryScenes(troupe: Troupe): Scene[] {
  return troupe.calendar.expiries.flatMap((expiry, week) => [
    { at: expiry + 5 * MINUTE, play: () => proveAndSettle(troupe, expiry) },
    { at: expiry + 20 * MINUTE, play: () => redeem(troupe, { expiry, week }) },
    { at: expiry + 30 * MINUTE, play: () => leave(troupe, week) },
    { at: expiry + 2 * HOUR, play: () => troupe.keeper.openExpiries(comingFridays(troupe.stage.now, OPEN_WEEKS)) },
  ]);
}

async function proveAndSettle({ keeper, market, output }: Troupe, expiry: number): Promise<void> {
  // The averaging window has to end before a proof can: a round after it shows that none is missing.
  await market.publish({ force: true });
  const price = await keeper.proveExpiryPrice(BigInt(expiry));
  await keeper.settle(BigInt(expiry));
  output.story(`${formatTime(expiry)}  proven at ${formatNumber(fromWad(price))} USDC and settled in every vault`);
}

/** The first buyer takes a week to come, but for the last expiry: a settled claim is as good then. */
async function redeem(
  { calendar, desk, cast, output }: Troupe,
  { expiry, week }: { expiry: number; week: number },
): Promise<void> {
  const late = cast.buyers.slice(0, 1);
  const isLast = week === calendar.weeks - 1;
  const visits = [
    { of: expiry, holders: isLast ? cast.buyers : cast.buyers.slice(1) },
    ...(week > 0 ? [{ of: expiry - WEEK, holders: late }] : []),
  ];
  for (const { of, holders } of visits) {
    for (const [vault, amount] of await desk.redeem(of, holders)) {
      if (amount === 0n) continue;
      output.story(`  "${nameOfVault(vault)}" pays ${formatAmount(amount, vault.collateral)} for ${formatDate(of)}`);
    }
  }
}

/** One provider of each kind leaves after the first week, another of each halves the stake after every later one. */
async function leave({ providers, investors, output, reporters }: Troupe, week: number): Promise<void> {
  // As buyers do, they wait for an open market.
  if (!(await reporters.isFresh())) await reporters.reportUntilFresh();
  const leaving = investors.filter(({ name }) => LEAVERS[Math.min(week, LEAVERS.length - 1)]?.includes(name));
  for (const investor of leaving) {
    const got = await providers.leaveAtNav(investor, week === 0 ? 1 : 0.5);
    output.story(
      got === 0n
        ? `  ${investor.name} would leave at NAV, but the vault lets nothing go at once now`
        : `  ${investor.name} leaves at NAV with ${formatAmount(got, investor.vault.collateral)}`,
    );
  }
}

const LEAVERS: readonly (readonly string[])[] = [
  ["Bruno", "Felix"],
  ["Chiara", "Greta"],
];
