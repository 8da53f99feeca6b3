import type { ContractTransactionReceipt } from "ethers";

import type { Decimal } from "../units/Decimal.ts";
import { toWad } from "../units/toWad.ts";
import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { requireNotNegative } from "./requireNotNegative.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

/** Pays out settled options of the signer. */
export async function redeemOptions(
  client: Client,
  { vault, id, quantity }: { vault: string; id: bigint; quantity: Decimal },
): Promise<{ payout: bigint; receipt: ContractTransactionReceipt | null }> {
  const options = toWad(quantity, "quantity");
  requireNotNegative(options, "a quantity");
  const { address } = await signerOf(client);
  const { contract } = vaultAt(client, vault);
  const payout = await explained(contract.redeemOptions.staticCall(id, options, address, address));
  const sent = await explained(contract.redeemOptions(id, options, address, address));
  return { payout, receipt: await explained(sent.wait()) };
}
