import type { Client } from "./connect.ts";
import { explained } from "./explained.ts";
import { signerOf } from "./signerOf.ts";
import { vaultAt } from "./vaultAt.ts";

/** Lets a router move the signer's options of a vault, as selling through it needs; sends nothing where it already may. */
export async function allowSales(
  client: Client,
  vault: string,
  { router = client.deployment.router }: { router?: string } = {},
): Promise<void> {
  const { address } = await signerOf(client);
  const { optionToken } = vaultAt(client, vault);
  if (await explained(optionToken.isOperator(address, router))) return;
  const sent = await explained(optionToken.setOperator(router, true));
  await explained(sent.wait());
}
