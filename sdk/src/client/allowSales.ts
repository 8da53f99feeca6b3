import type { Receipt } from "../rpc/Receipt.ts";
import { read } from "../rpc/read.ts";
import { send } from "../rpc/send.ts";
import { optionTokenAbi } from "./abis.ts";
import type { Client } from "./connect.ts";
import { senderOf } from "./senderOf.ts";
import { vaultAt } from "./vaultAt.ts";

export interface AllowSalesParameters {
  readonly vault: string;
  /** The router by default; the swap router is the other that sells. */
  readonly router?: string;
}

export interface AllowSalesResult {
  /** Absent where it was allowed already, and nothing was sent. */
  readonly receipt?: Receipt;
}

/**
 * Lets a router move the signer's options of a vault, as selling through it needs; sends nothing where it already may.
 * @throws OrderError where the client can only read
 * @example
 * await allowSales(client, { vault: vault.address });
 */
export async function allowSales(client: Client, parameters: AllowSalesParameters): Promise<AllowSalesResult> {
  const { vault, router = client.deployment.router } = parameters;
  const from = await senderOf(client);
  const token = { address: vaultAt(client, vault).optionToken, abi: optionTokenAbi };
  if (await read(client, { ...token, functionName: "isOperator", args: [from, router] })) return {};
  return { receipt: await send(client, { ...token, functionName: "setOperator", args: [router, true] }, { from }) };
}
