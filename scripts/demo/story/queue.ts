import { fillRedeem, redeemRequests } from "@bulkhead/sdk";

import { DAY, MINUTE } from "../calendar.ts";
import { formatAmount, formatTime } from "../format.ts";
import type { Provider } from "../providers.ts";
import type { Scene } from "../timeline.ts";
import { waitForOpenMarkets } from "./openMarkets.ts";
import type { Demo } from "../Demo.ts";

/** Those who leave by the queue, with what share of what they hold, and in which batch. */
const LEAVERS = [
  { name: "Sami", share: 0.5, batch: 0 },
  { name: "Ulf", share: 1, batch: 0 },
  { name: "David", share: 1, batch: 1 },
  { name: "Edda", share: 0.5, batch: 1 },
  { name: "Tara", share: 0.5, batch: 1 },
] as const;

/** So long before an expiry they ask; a day later their batch has closed and can be filled. */
const ASKED_BEFORE = 5 * DAY - 2 * MINUTE;
/** The expiry before which the first batch is gathered, counted from zero, where there are as many; the second's is the last. */
const FIRST_BATCH = 2;

/** Providers ask a vault's queue to let them go, anyone fills the batch at the first price after its epoch, they claim. */
export function queueScenes(demo: Demo): Scene[] {
  const { calendar, investors, output, providers } = demo;
  const last = calendar.expiries.length - 1;
  const expiryOf = (batch: number) => calendar.expiries[batch === 0 ? Math.min(FIRST_BATCH, last) : last] ?? 0;
  return LEAVERS.flatMap(({ name, share, batch }): Scene[] => {
    const provider = investors.find((investor) => investor.name === name);
    if (provider === undefined) return [];
    const asksAt = expiryOf(batch) - ASKED_BEFORE;
    let requestId = 0n;
    return [
      {
        at: asksAt,
        play: async () => {
          requestId = await providers.requestExit(provider, share);
          output.story(`${formatTime(asksAt)}  ${name} asks the queue of "${provider.vault.name}" to leave`);
        },
      },
      {
        at: asksAt + DAY + 4 * MINUTE,
        play: async () => {
          await waitForOpenMarkets(demo);
          await fill(demo, provider);
          const got = await providers.claimExit(provider, requestId);
          output.story(
            `${formatTime(asksAt + DAY)}  ${name} leaves by the queue with ${formatAmount(got, provider.vault.collateral)}`,
          );
        },
      },
    ];
  });
}

/** Whoever comes first has the batch filled, for all of it. */
async function fill({ accounts, stage }: Demo, { vault, address }: Provider): Promise<void> {
  const { venue } = vault;
  const requests = await redeemRequests(venue.client, { vault: vault.address, controller: address });
  if (requests.every(({ pending }) => pending === 0n)) return;
  // In a block in which the vault has not traded, at a price that views see too.
  await stage.pass();
  await stage.act(() => fillRedeem(venue.as(accounts.keeper), { vault: vault.address }));
}
