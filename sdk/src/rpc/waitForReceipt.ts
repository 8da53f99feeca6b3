import { checksum } from "ox/Address";

import { NodeError } from "../errors/NodeError.ts";
import { TransactionError } from "../errors/TransactionError.ts";
import type { Connection } from "./Connection.ts";
import type { Log, Receipt } from "./Receipt.ts";
import { sleep } from "./sleep.ts";

/** After that it is likelier lost or replaced than still to be mined. */
const LONGEST_WAIT = 10 * 60_000;
/** Part of the interval at which the first question is repeated: some nodes mine at once. */
const FIRST_WAIT = 1 / 16;

/**
 * Waits until a transaction is mined.
 * @throws TransactionError where it is not within ten minutes
 */
export async function waitForReceipt(connection: Connection, hash: string): Promise<Receipt> {
  const { provider, pollingInterval } = connection;
  let waited = 0;
  for (let pause = pollingInterval * FIRST_WAIT; waited < LONGEST_WAIT; pause = Math.min(2 * pause, pollingInterval)) {
    const answer = await provider.request({ method: "eth_getTransactionReceipt", params: [hash] });
    if (typeof answer === "object" && answer !== null) return receiptOf(answer as Record<string, unknown>);
    await sleep(pause);
    waited += pause;
  }
  throw new TransactionError(hash, {
    expected: `transaction ${hash} to be mined within ${LONGEST_WAIT / 60_000} minutes`,
    got: "no receipt",
    action: "look it up by its hash: it may have been replaced, or still wait",
  });
}

function receiptOf(raw: Record<string, unknown>): Receipt {
  const text = (key: string): string => {
    const value = raw[key];
    if (typeof value === "string") return value;
    throw new NodeError({ expected: `a receipt with its ${key}`, got: String(value), action: "check the node" });
  };
  return {
    hash: text("transactionHash"),
    blockNumber: BigInt(text("blockNumber")),
    blockHash: text("blockHash"),
    from: checksum(text("from")),
    to: typeof raw["to"] === "string" ? checksum(raw["to"]) : undefined,
    status: Number(text("status")),
    gasUsed: BigInt(text("gasUsed")),
    gasPrice: BigInt(text("effectiveGasPrice")),
    logs: Array.isArray(raw["logs"]) ? raw["logs"].map((log) => logOf(log as RawLog)) : [],
  };
}

/** A log as JSON-RPC has it. */
export interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
  readonly logIndex: string;
  readonly blockNumber: string;
  readonly transactionHash: string;
}

function logOf({ address, topics, data, logIndex }: RawLog): Log {
  return { address: checksum(address), topics, data, logIndex: Number(logIndex) };
}
