import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";

/** Unix seconds of the latest block. */
export async function latestTimestamp({ runner }: Client): Promise<number> {
  const block = await runner.provider?.getBlock("latest");
  if (block === null || block === undefined) {
    throw new OrderError({
      expected: "a client with a provider that knows the latest block",
      got: "none",
      action: "connect a provider, or a signer that has one",
    });
  }
  return block.timestamp;
}
