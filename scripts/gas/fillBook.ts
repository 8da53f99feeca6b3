import { toSeriesId } from "@bulkhead/sdk";
import { MaxUint256, parseEther } from "ethers";

import type { IOptionVault } from "../../typechain-types/index.ts";

/** Bought of every series, so that no measured call empties a slot and takes a refund. */
export const BOUGHT = parseEther("2");
/** No deadline. */
export const FOREVER = 2n ** 40n;

/** Opens expiries and buys every series listed there. Returns one near the money of the first. */
export async function fillBook(vault: IOptionVault, receiver: string, expiries: readonly number[]): Promise<bigint> {
  let middle: bigint | undefined;
  for (const expiry of expiries) {
    await vault.openExpiry(expiry);
    const [strikes] = await vault.strikesOf(expiry);
    const ids = strikes.map((strike) => toSeriesId(BigInt(expiry), strike));
    middle ??= ids[ids.length >> 1];
    for (const id of ids) await vault.buy(id, BOUGHT, MaxUint256, receiver, FOREVER);
  }
  if (middle === undefined) throw new Error("Gas: expected listed strikes, got none");
  return middle;
}
