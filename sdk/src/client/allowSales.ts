import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

/** Lets the router move the signer's options of a vault, as selling through it needs; sends nothing where it already may. */
export async function allowSales(client: Client, vault: string): Promise<void> {
  const { address } = await signerOf(client);
  const { optionToken } = vaultAt(client, vault);
  const { router } = client.deployment;
  if (await explained(optionToken.isOperator(address, router))) return;
  const sent = await explained(optionToken.setOperator(router, true));
  await explained(sent.wait());
}
