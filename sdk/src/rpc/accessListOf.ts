import type { Connection } from "./Connection.ts";

/** What a transaction says that it touches (EIP-2930). */
export type AccessList = readonly { readonly address: string; readonly storageKeys: readonly string[] }[];

/** A transaction as JSON-RPC takes it. */
export interface Transaction {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly accessList?: AccessList;
}

/**
 * The access list with which a transaction takes less gas by the node's own estimates; nothing where there is none, or where the
 * node makes none.
 */
export async function accessListOf(
  { provider }: Connection,
  transaction: Transaction,
): Promise<AccessList | undefined> {
  try {
    const answer = await provider.request({ method: "eth_createAccessList", params: [transaction, "latest"] });
    const list = listIn(answer);
    if (list === undefined || list.length === 0) return undefined;
    const estimate = async (params: Transaction): Promise<bigint> =>
      BigInt(String(await provider.request({ method: "eth_estimateGas", params: [params] })));
    const [plain, listed] = await Promise.all([estimate(transaction), estimate({ ...transaction, accessList: list })]);
    return listed < plain ? list : undefined;
  } catch {
    // It is a saving, not a need: whatever is wrong with the transaction shows when it is sent.
    return undefined;
  }
}

function listIn(answer: unknown): AccessList | undefined {
  if (typeof answer !== "object" || answer === null || !("accessList" in answer)) return undefined;
  if ("error" in answer && answer.error !== undefined && answer.error !== null) return undefined;
  return Array.isArray(answer.accessList) ? (answer.accessList as AccessList) : undefined;
}
