import type { Signer } from "ethers";

import type { ReportSignature } from "../surface/signReport.ts";
import type { SpotPrice } from "./SignedPrice.ts";
import { SPOT_TYPES, spotDomain, spotMessage, type SpotScope } from "./spotTypedData.ts";

/**
 * Signs a market's spot price as EIP-712 typed data.
 * @example
 * const signature = await signSpot(reporter, { spot: { price: toWad(2_000), observedAt }, scope });
 */
export async function signSpot(
  signer: Signer,
  { spot, scope }: { spot: SpotPrice; scope: SpotScope },
): Promise<ReportSignature> {
  const signature = await signer.signTypedData(spotDomain(scope), SPOT_TYPES, spotMessage(spot, scope));
  return { signer: await signer.getAddress(), signature };
}
