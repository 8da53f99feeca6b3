import type { TransactionResponse } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";

import type { Figures } from "./Figures.ts";

/** Notes under `key` what a transaction costs at a given time, as if it had not been sent. */
export type Meter = (key: string, at: number, send: () => Promise<TransactionResponse>) => Promise<void>;

/** A meter that writes `receipt.gasUsed` into `figures`. */
export function meterOn({ networkHelpers }: NetworkConnection, figures: Figures): Meter {
  return async (key, at, send) => {
    const snapshot = await networkHelpers.takeSnapshot();
    await networkHelpers.time.setNextBlockTimestamp(at);
    const receipt = await (await send()).wait();
    if (receipt === null) throw new Error(`Gas: expected a receipt of ${key}, got none`);
    figures[key] = Number(receipt.gasUsed);
    await snapshot.restore();
  };
}
