import { OptionKind } from "@bulkhead/sdk";
import { openExpiries } from "@bulkhead/sdk/keeper";
import { parseUnits } from "ethers";

import { comingFridays, DAY, HOUR, MINUTE, WEEK } from "../calendar.ts";
import { formatAmount } from "../format.ts";
import { optionChainTable } from "../optionChainTable.ts";
import { every, type Scene } from "../timeline.ts";
import { openMarkets } from "./openMarkets.ts";
import type { Demo } from "../Demo.ts";

/** How many of the coming Fridays are open for trading. */
const OPEN_WEEKS = 3;

/** When in each week the option chains are shown: by then there are options to sell back, and so bids. */
const CHAIN_SHOWN_AFTER = 3 * DAY + 18 * HOUR + 5 * MINUTE;

/** What each provider puts in, in whole tokens: the first two of a kind into the first tier, the others into the second. */
const DEPOSITS = {
  WETH: { [OptionKind.Call]: [120, 60, 150, 50], [OptionKind.Put]: [300_000, 150_000, 400_000, 120_000] },
  WBTC: { [OptionKind.Call]: [4.5, 2, 5.5, 2], [OptionKind.Put]: [350_000, 150_000, 400_000, 150_000] },
} as const;

/** Providers deposit, the keeper opens the first expiries, buyers arrive. Each week the option chains are shown. */
export function openingScenes(demo: Demo): Scene[] {
  const { world, calendar, accounts, output, markets, desk } = demo;
  const { startsAt, endsAt } = calendar;
  return [
    { at: startsAt + 10 * MINUTE, play: () => deposits(demo) },
    {
      at: startsAt + 30 * MINUTE,
      play: async () => {
        await openWeeks(demo);
        output.story(`the keeper opens ${OPEN_WEEKS} weekly expiries in ${world.vaults.length} vaults`);
        for (const buyer of accounts.buyers) await desk.enter(buyer);
      },
    },
    ...every(WEEK, { from: startsAt + CHAIN_SHOWN_AFTER, to: endsAt }).map((at) => ({
      at,
      play: async () => {
        await openMarkets(demo);
        const [, expiry] = comingFridays(at, OPEN_WEEKS);
        if (expiry === undefined) return;
        for (const market of markets) {
          output.results(await optionChainTable(market.venue, { expiry, at, spot: market.now().spot }));
        }
      },
    })),
  ];
}

/** Opens the coming Fridays that are not open yet, in every vault. */
export async function openWeeks({ keepers, stage }: Demo): Promise<void> {
  await stage.pass();
  const expiries = comingFridays(stage.now, OPEN_WEEKS);
  for (const client of keepers) await openExpiries(client, { expiries });
}

async function deposits({ investors, output, providers, world }: Demo): Promise<void> {
  for (const { symbol, vaults } of world.venues) {
    for (const kind of [OptionKind.Call, OptionKind.Put]) {
      const ofKind = investors.filter(({ vault }) => vaults.includes(vault) && vault.kind === kind);
      for (const [index, investor] of ofKind.entries()) {
        const { collateral } = investor.vault;
        const units = parseUnits(String(DEPOSITS[symbol][kind][index] ?? 0), collateral.decimals);
        await providers.deposit(investor, units);
        output.story(`${investor.name} puts ${formatAmount(units, collateral)} into "${investor.vault.name}"`);
      }
    }
  }
}
