import { fillRedeem } from "@bulkhead/sdk";

import { DAY, MINUTE } from "../calendar.ts";
import { formatAmount, formatTime, nameOfVault } from "../format.ts";
import type { Provider } from "../providers.ts";
import type { Scene } from "../timeline.ts";
import type { Troupe } from "./Troupe.ts";

/** Those who leave by the queue, and with what share of what they hold. */
const LEAVERS = [
  { name: "David", share: 1 },
  { name: "Edda", share: 0.5 },
] as const;

/** So long before the last expiry they ask; a day later their batch has closed and can be filled. */
const ASKED_BEFORE = 5 * DAY + 2 * MINUTE;

/** Providers ask a vault's queue to let them go, anyone fills the batch at the first price after its epoch, they claim. */
export function queueScenes(troupe: Troupe): Scene[] {
  const { calendar, investors, output, providers, reporters } = troupe;
  const asksAt = (calendar.expiries.at(-1) ?? calendar.endsAt) - ASKED_BEFORE;
  return LEAVERS.flatMap(({ name, share }): Scene[] => {
    const provider = investors.find((investor) => investor.name === name);
    if (provider === undefined) return [];
    let requestId = 0n;
    return [
      {
        at: asksAt,
        play: async () => {
          requestId = await providers.requestExit(provider, share);
          output.story(`${formatTime(asksAt)}  ${name} asks the queue of "${nameOfVault(provider.vault)}" to leave`);
        },
      },
      {
        at: asksAt + DAY + 4 * MINUTE,
        play: async () => {
          if (!(await reporters.isFresh())) await reporters.reportUntilFresh();
          await fill(troupe, provider);
          const got = await providers.claimExit(provider, requestId);
          output.story(
            `${formatTime(asksAt + DAY)}  ${name} leaves by the queue with ${formatAmount(got, provider.vault.collateral)}`,
          );
        },
      },
    ];
  });
}

async function fill({ world, cast, stage }: Troupe, { vault }: Provider): Promise<void> {
  // In a block in which the vault has not traded, at a price that views see too.
  await stage.pass();
  await stage.act(() => fillRedeem(world.as(cast.keeper), vault.address));
}
