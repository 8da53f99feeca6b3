import { explained } from "./explained.ts";
import type { Client } from "./connect.ts";
import { signerOf } from "./signerOf.ts";
import { tokenContract } from "./TokenContract.ts";

/** Lets `spender` take at least `amount` token units of the signer's token; sends nothing where it already may. */
export async function ensureAllowance(
  client: Client,
  { token, spender, amount }: { token: string; spender: string; amount: bigint },
): Promise<void> {
  const { address } = await signerOf(client);
  const contract = tokenContract(token, client.runner);
  if ((await explained(contract.allowance(address, spender))) >= amount) return;
  const sent = await explained(contract.approve(spender, amount));
  await explained(sent.wait());
}
