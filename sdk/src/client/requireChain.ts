import type { Provider } from "ethers";

import { WrongChainError } from "../errors/WrongChainError.ts";
import type { Client } from "./connect.ts";

/**
 * Requires that the client's node is of the chain that its deployment is on: at the same addresses of another chain
 * there may be anything. The node itself is asked each time: a wallet may change its chain, and a provider may have
 * been told what it is to believe. A signer without a provider sends nothing, so there is nothing to ask.
 * @throws WrongChainError where it is not
 */
export async function requireChain({ runner, deployment }: Client): Promise<void> {
  const { provider } = runner;
  if (provider === null) return;
  const expected = BigInt(deployment.chainId);
  const got = sends(provider) ? BigInt(await provider.send("eth_chainId", [])) : (await provider.getNetwork()).chainId;
  if (got !== expected) throw new WrongChainError({ expected, got });
}

/** A provider that passes requests on as they are. */
interface JsonRpc extends Provider {
  send(method: string, params: readonly unknown[]): Promise<string>;
}

function sends(provider: Provider): provider is JsonRpc {
  return "send" in provider && typeof provider.send === "function";
}
