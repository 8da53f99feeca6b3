import { fromTokenUnits, OptionKind, toSeriesId, toWad } from "@bulkhead/sdk";

import { DAY, HOUR, MINUTE, type Calendar } from "../calendar.ts";
import { formatAmount, formatTime } from "../format.ts";
import type { Provider } from "../providers.ts";
import type { Scene } from "../timeline.ts";
import type { Demo } from "../Demo.ts";

/** How long the provider stays silent: long enough for every price to grow stale, and well before the last averaging. */
const SILENCE = 4 * HOUR;

/** From when to when the provider is silent. */
export function freezeWindow({ expiries, endsAt }: Calendar): { from: number; to: number } {
  const from = (expiries.at(-1) ?? endsAt) - DAY;
  return { from, to: from + SILENCE };
}

/** On the last Thursday the price provider falls silent: no trade and no withdrawal at NAV, but a way out all the same. */
export function frozenFeedScenes(demo: Demo): Scene[] {
  const { calendar, prices, output } = demo;
  const { from: freezesAt, to: thawsAt } = freezeWindow(calendar);
  let lastNav = 0n;
  return [
    {
      at: freezesAt,
      play: async () => {
        await prices.publish({ force: true });
        lastNav = await demo.providers.worthAtNav(leaverOf(demo));
        prices.freeze();
        output.story(`${formatTime(freezesAt)}  the price provider falls silent`);
      },
    },
    { at: thawsAt - 10 * MINUTE, play: () => tryWhatNeedsAPrice(demo) },
    { at: thawsAt - 5 * MINUTE, play: () => leaveWithoutAPrice(demo, lastNav) },
    {
      at: thawsAt,
      play: async () => {
        prices.thaw();
        await prices.publish({ force: true });
        output.story(`${formatTime(thawsAt)}  prices come again`);
      },
    },
  ];
}

async function tryWhatNeedsAPrice(demo: Demo): Promise<void> {
  const { calendar, accounts, desk, investors, refusals, stage, world } = demo;
  const [market] = demo.markets;
  const { vaults } = market.venue;
  const [buyer] = accounts.buyers;
  const [stays] = investors;
  const expiry = calendar.expiries.at(-1);
  const vault = vaults.find(({ kind }) => kind === OptionKind.Call);
  if (buyer === undefined || stays === undefined || expiry === undefined || vault === undefined) return;
  const strike = await desk.listedNear(market.now().spot, { vault, expiry });
  const id = toSeriesId(BigInt(expiry), toWad(strike));
  const deadline = stage.now + HOUR;
  await refusals.assertRefused({
    what: "buy while the feed is frozen",
    by: buyer,
    transaction: await world.router.execute.populateTransaction(
      [{ vault: vault.address, id, quantity: toWad(1), limit: toWad(1) }],
      [],
      buyer.address,
      deadline,
    ),
    expected: "SourceFailed/StaleAnswer",
  });
  await refusals.assertRefused({
    what: "withdraw at NAV while the feed is frozen",
    by: stays,
    transaction: await stays.vault.contract["redeem(uint256,address,address,uint256,uint256)"].populateTransaction(
      (await stays.vault.contract.balanceOf(stays.address)) / 10n,
      stays.address,
      stays.address,
      0n,
      deadline,
    ),
    expected: "SourceFailed/StaleAnswer",
  });
}

/** The guaranteed exit pays a share of what is free beyond lock and charge: less than NAV, but under every condition. */
async function leaveWithoutAPrice(demo: Demo, lastNav: bigint): Promise<void> {
  const { providers, output, recorder, stage } = demo;
  const leaver = leaverOf(demo);
  const { collateral } = leaver.vault;
  const got = await providers.leaveThroughGuaranteedExit(leaver);
  recorder.exits.push({
    at: stage.now,
    who: leaver.name,
    vault: leaver.vault.address,
    token: collateral.symbol,
    got: fromTokenUnits(got, collateral.decimals),
    leftBehind: fromTokenUnits(lastNav - got, collateral.decimals),
  });
  output.story(
    `${formatTime(stage.now)}  ${leaver.name} won't wait and leaves through the guaranteed exit with ` +
      `${formatAmount(got, collateral)}:\n    ${formatAmount(lastNav - got, collateral)} less than the last NAV, left to those who stay`,
  );
}

function leaverOf({ investors }: Demo): Provider {
  const leaver = investors.find(({ vault, name }) => vault.kind === OptionKind.Put && name === LEAVER);
  if (leaver === undefined) throw new Error(`no provider of puts is called ${LEAVER}`);
  return leaver;
}

const LEAVER = "Henri";
