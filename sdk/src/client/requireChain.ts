import { WrongChainError } from "../errors/WrongChainError.ts";
import type { Client } from "./connect.ts";

/**
 * Requires that the client's node is of the chain that its deployment is on: at the same addresses of another chain
 * there may be anything. The node itself is asked each time: a wallet may change its chain.
 * @throws WrongChainError where it is not
 * @example
 * await requireChain(client);
 */
export async function requireChain({ provider, deployment }: Client): Promise<void> {
  const expected = BigInt(deployment.chainId);
  const got = BigInt(String(await provider.request({ method: "eth_chainId", params: [] })));
  if (got !== expected) throw new WrongChainError({ expected, got });
}
