import type { Signer } from "ethers";

import { OrderError } from "../errors/OrderError.ts";
import type { Client } from "./connect.ts";

/** The signer that a client is bound to; refuses a client that can only read. */
export async function signerOf({ runner }: Client): Promise<{ signer: Signer; address: string }> {
  if ("getAddress" in runner && "signTypedData" in runner) {
    const signer = runner as Signer;
    return { signer, address: await signer.getAddress() };
  }
  throw new OrderError({
    expected: "a client bound to a signer",
    got: "one bound to a provider",
    action: "call connect(signer, deployment)",
  });
}
