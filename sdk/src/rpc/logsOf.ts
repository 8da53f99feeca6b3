import { NodeError } from "../errors/NodeError.ts";
import type { Connection } from "./Connection.ts";
import { toQuantity } from "./hex.ts";
import type { RawLog } from "./waitForReceipt.ts";

export interface LogSearch {
  readonly addresses: readonly string[];
  /** As `eth_getLogs` takes them; null for any. */
  readonly topics?: readonly (string | null)[];
  readonly fromBlock: bigint;
  /** The latest by default. */
  readonly toBlock?: bigint;
}

/** What contracts said in a range of blocks, in order. */
export async function logsOf({ provider }: Connection, search: LogSearch): Promise<readonly RawLog[]> {
  const { addresses, topics = [], fromBlock, toBlock } = search;
  const filter = {
    address: addresses,
    topics,
    fromBlock: toQuantity(fromBlock),
    toBlock: toBlock === undefined ? "latest" : toQuantity(toBlock),
  };
  const answer = await provider.request({ method: "eth_getLogs", params: [filter] });
  if (Array.isArray(answer)) return answer as RawLog[];
  throw new NodeError({ expected: "logs from eth_getLogs", got: String(answer), action: "check the node" });
}
