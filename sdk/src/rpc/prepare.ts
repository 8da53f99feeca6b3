import type { Connection } from "./Connection.ts";
import { explained } from "./explained.ts";
import { toQuantity } from "./hex.ts";

/** What a transaction says that it touches (EIP-2930). */
export type AccessList = readonly { readonly address: string; readonly storageKeys: readonly string[] }[];

/** A call as a transaction to come. */
export interface PlainTransaction {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

/** A transaction as JSON-RPC takes it. */
export interface Transaction extends PlainTransaction {
  readonly accessList?: AccessList;
  /** The most gas that it may use. */
  readonly gas: `0x${string}`;
}

/**
 * A vault steps its ledger and a feed its averages once a second, so that what is estimated in one second takes more gas in the next.
 * A transaction may use its estimate and a quarter; what it does not use is not paid.
 */
const HEADROOM = 4n;
/** The most that a transaction may bring (EIP-7825). */
const MOST_GAS = 1n << 24n;

export interface PrepareOptions {
  /** Whether to attach an access list where that takes less gas. */
  readonly accessList?: boolean;
  /** On what it is tried: the node's own choice by default, which is the latest block for many. */
  readonly block?: "pending";
}

/**
 * A call made ready to be sent: with the gas that it may use, and where asked for and cheaper with what it touches.
 * @throws ContractError where the contract refuses it
 */
export async function prepare(
  connection: Connection,
  plain: PlainTransaction,
  { accessList: wantsList = false, block }: PrepareOptions = {},
): Promise<Transaction> {
  const [estimate, listed] = await Promise.all([
    explained(estimateOf(connection, plain, block), { connection, call: plain }),
    wantsList ? listedOf(connection, plain) : undefined,
  ]);
  if (listed === undefined || listed.estimate >= estimate) return { ...plain, gas: withHeadroom(estimate) };
  return { ...plain, accessList: listed.accessList, gas: withHeadroom(listed.estimate) };
}

function withHeadroom(estimate: bigint): `0x${string}` {
  const most = estimate + estimate / HEADROOM;
  return toQuantity(most < MOST_GAS || estimate > MOST_GAS ? most : MOST_GAS);
}

async function estimateOf(
  { provider }: Connection,
  transaction: PlainTransaction & { readonly accessList?: AccessList },
  block?: string,
): Promise<bigint> {
  const params = block === undefined ? [transaction] : [transaction, block];
  return BigInt(String(await provider.request({ method: "eth_estimateGas", params })));
}

/** Nothing where there is no list, or where the node makes none: it is a saving, not a need. */
async function listedOf(
  connection: Connection,
  plain: PlainTransaction,
): Promise<{ accessList: AccessList; estimate: bigint } | undefined> {
  try {
    const params = [plain, "latest"];
    const accessList = listIn(await connection.provider.request({ method: "eth_createAccessList", params }));
    if (accessList === undefined || accessList.length === 0) return undefined;
    return { accessList, estimate: await estimateOf(connection, { ...plain, accessList }) };
  } catch {
    return undefined;
  }
}

function listIn(answer: unknown): AccessList | undefined {
  if (typeof answer !== "object" || answer === null || !("accessList" in answer)) return undefined;
  if ("error" in answer && answer.error !== undefined && answer.error !== null) return undefined;
  return Array.isArray(answer.accessList) ? (answer.accessList as AccessList) : undefined;
}
