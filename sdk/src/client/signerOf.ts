import type { Signer } from "ethers";

import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";
import { requireChain } from "./requireChain.ts";

/**
 * The signer that a client is bound to, on the chain that its deployment is on: all that signs or sends asks here
 * first.
 * @throws OrderError where the client can only read
 * @throws WrongChainError where its node is of another chain
 */
export async function signerOf(client: Client): Promise<{ signer: Signer; address: string }> {
  const { runner } = client;
  if ("getAddress" in runner && "signTypedData" in runner) {
    const signer = runner as Signer;
    await requireChain(client);
    return { signer, address: await signer.getAddress() };
  }
  throw new OrderError({
    expected: "a client bound to a signer",
    got: "one bound to a provider",
    action: "call connect(signer, deployment)",
  });
}
