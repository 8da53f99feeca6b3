import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { vaultAt } from "./vaultAt.ts";

/** One request to leave a vault, as it stands. */
export interface RedeemRequest {
  readonly requestId: bigint;
  /** Least price, WAD collateral a whole share, as the queue keeps it: at least what was asked for; zero for none. */
  readonly minPrice: bigint;
  /** Shares redeemed and not claimed, and the token units for them. */
  readonly claimable: bigint;
  readonly assets: bigint;
  /** Shares that wait to be redeemed. */
  readonly pending: bigint;
  /** Shares that will not be redeemed: claimed back, or renewed. */
  readonly returnable: bigint;
}

/** What an account has in a vault's queue, oldest first. */
export async function redeemRequests(
  client: Client,
  { vault, controller }: { vault: string; controller: string },
): Promise<readonly RedeemRequest[]> {
  const { queue } = vaultAt(client, vault);
  const ids = await explained(queue.requestsOf(controller));
  return Promise.all(
    ids.map(async (requestId) => {
      const [standing, minPrice] = await Promise.all([
        explained(queue.standingOf(requestId, controller)),
        explained(queue.minimumPriceOf(requestId)),
      ]);
      const { claimable, assets, pending, returnable } = standing;
      return { requestId, minPrice, claimable, assets, pending, returnable };
    }),
  );
}
