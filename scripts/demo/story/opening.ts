import { OptionKind } from "@bulkhead/sdk";

import { comingFridays, DAY, HOUR, MINUTE, WEEK } from "../calendar.ts";
import { formatAmount, nameOfVault } from "../format.ts";
import { optionChainTable } from "../optionChainTable.ts";
import { every, type Scene } from "../timeline.ts";
import type { Troupe } from "./Troupe.ts";

/** How many of the coming Fridays are open for trading. */
export const OPEN_WEEKS = 3;

/** When in each week the option chain is shown: by then there are options to sell back, and so bids. */
const CHAIN_SHOWN_AFTER = 3 * DAY + 12 * HOUR;

/** What each provider puts in, in whole tokens: the first two of a kind into the first tier, the others into the second. */
const DEPOSITS = {
  [OptionKind.Call]: [120, 60, 150, 50],
  [OptionKind.Put]: [300_000, 150_000, 400_000, 120_000],
} as const;

/** Providers deposit, the keeper opens the first expiries, buyers arrive. Each week the option chain is shown. */
export function openingScenes({
  world,
  calendar,
  cast,
  stage,
  output,
  keeper,
  market,
  providers,
  investors,
  desk,
}: Troupe): Scene[] {
  const { startsAt, endsAt } = calendar;
  return [
    {
      at: startsAt + 10 * MINUTE,
      play: async () => {
        for (const kind of [OptionKind.Call, OptionKind.Put]) {
          const ofKind = investors.filter(({ vault }) => vault.kind === kind);
          for (const [index, investor] of ofKind.entries()) {
            const { collateral } = investor.vault;
            const units = BigInt(DEPOSITS[kind][index] ?? 0) * 10n ** BigInt(collateral.decimals);
            await providers.deposit(investor, units);
            output.story(
              `${investor.name} puts ${formatAmount(units, collateral)} into "${nameOfVault(investor.vault)}"`,
            );
          }
        }
      },
    },
    {
      at: startsAt + 30 * MINUTE,
      play: async () => {
        await keeper.openExpiries(comingFridays(stage.now, OPEN_WEEKS));
        output.story(`the keeper opens ${OPEN_WEEKS} weekly expiries in ${world.vaults.length} vaults`);
        for (const buyer of cast.buyers) await desk.enter(buyer);
      },
    },
    ...every(WEEK, { from: startsAt + CHAIN_SHOWN_AFTER, to: endsAt }).map((at) => ({
      at,
      play: async () => {
        await stage.pass();
        const [, expiry] = comingFridays(at, OPEN_WEEKS);
        if (expiry !== undefined)
          output.results(await optionChainTable(world.client, { expiry, at, spot: market.now().spot }));
      },
    })),
  ];
}
