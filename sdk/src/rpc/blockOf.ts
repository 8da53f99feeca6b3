import { NodeError } from "../errors/NodeError.ts";
import type { Connection } from "./Connection.ts";
import { toQuantity } from "./hex.ts";

/** A block, as far as reads need it. */
export interface Block {
  readonly number: bigint;
  /** Unix seconds. */
  readonly timestamp: bigint;
}

/** A block by its number, the latest by default. */
export async function blockOf({ provider }: Connection, number?: bigint): Promise<Block> {
  const tag = number === undefined ? "latest" : toQuantity(number);
  const answer = await provider.request({ method: "eth_getBlockByNumber", params: [tag, false] });
  if (typeof answer === "object" && answer !== null && "number" in answer && "timestamp" in answer) {
    return { number: BigInt(String(answer.number)), timestamp: BigInt(String(answer.timestamp)) };
  }
  throw new NodeError({
    expected: `a node that knows block ${number === undefined ? "latest" : String(number)}`,
    got: "none",
    action: "connect to a node that is in step with the chain",
  });
}
