import { accountOf } from "../rpc/accountOf.ts";
import type { Client } from "./connect.ts";
import { requireChain } from "./requireChain.ts";

/**
 * The account that signs and sends, on the chain that the deployment is on: all that signs or sends asks here first.
 * @throws OrderError where the client can only read
 * @throws WrongChainError where its node is of another chain
 */
export async function senderOf(client: Client): Promise<string> {
  const account = await accountOf(client);
  await requireChain(client);
  return account;
}
