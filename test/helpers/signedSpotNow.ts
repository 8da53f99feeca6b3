import { agreeOnSpot, type SignedPrice } from "@bulkhead/sdk";

import { IPriceFeed__factory } from "../../typechain-types/index.ts";
import type { LiveMarket } from "../fixtures/liveMarket.ts";

const WAD = 10n ** 18n;
/** A tenth of a per cent. */
const TOLERANCE = WAD / 1_000n;

/** What two of a market's reporters sign twelve seconds later: the push price times 1 + offset (WAD). */
export async function signedSpotNow(
  { addresses, connection, places, reporters, signers }: LiveMarket,
  offset = 0n,
): Promise<SignedPrice> {
  const { time } = connection.networkHelpers;
  await time.increase(12);
  const { price: push } = await IPriceFeed__factory.connect(places.priceFeed, signers.trader).read();
  const price = push + (push * offset) / WAD;
  if (places.signedSpot === undefined) throw new Error("expected a market with signed prices, got one without");
  const scope = { chainId: BigInt(addresses.chainId), verifyingContract: places.signedSpot, market: places.name };
  return agreeOnSpot(
    reporters.slice(0, 2).map((signer) => ({ signer, price })),
    { scope, observedAt: BigInt(await time.latest()), tolerance: TOLERANCE, threshold: 1 },
  );
}
