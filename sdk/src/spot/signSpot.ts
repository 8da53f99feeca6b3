import { addressOf, signWith, type TypedDataSigner } from "../rpc/TypedDataSigner.ts";
import type { ReportSignature } from "../surface/signReport.ts";
import type { SpotPrice } from "./SignedPrice.ts";
import { spotTypedData, type SpotScope } from "./spotTypedData.ts";

/**
 * Signs a market's spot price as EIP-712 typed data, by an ethers signer or a viem account.
 * @example
 * const signature = await signSpot(reporter, { spot: { price: toWad(2_000), observedAt }, scope });
 */
export async function signSpot(
  signer: TypedDataSigner,
  { spot, scope }: { spot: SpotPrice; scope: SpotScope },
): Promise<ReportSignature> {
  const signature = await signWith(signer, spotTypedData(spot, scope));
  return { signer: await addressOf(signer), signature };
}
