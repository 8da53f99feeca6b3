import { deposit, OptionKind } from "@bulkhead/sdk";
import { parseUnits } from "ethers";

import type { Account } from "./Account.ts";
import type { Venue, World } from "./world.ts";

/** What the first provider puts into each vault, in whole tokens. */
const DEPOSITS: Readonly<Record<Venue["symbol"], Readonly<Record<OptionKind, string>>>> = {
  WETH: { [OptionKind.Call]: "200", [OptionKind.Put]: "400000" },
  WBTC: { [OptionKind.Call]: "8", [OptionKind.Put]: "800000" },
};
const FOREVER = 2n ** 64n;

/** The first liquidity of every vault, from tokens made for it. */
export async function depositFirst({ venues }: World, provider: Account): Promise<void> {
  for (const venue of venues) {
    for (const { address, kind, collateral, token } of venue.vaults) {
      const assets = parseUnits(DEPOSITS[venue.symbol][kind], collateral.decimals);
      await (await token.connect(provider.signer).mint(provider.address, assets)).wait();
      await deposit(venue.as(provider), { vault: address, assets, minShares: 1n, deadline: FOREVER });
    }
  }
}
