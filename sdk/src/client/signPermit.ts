import { Signature } from "ethers";

import type { Client } from "./connect.ts";
import { signerOf } from "./signerOf.ts";
import { tokenContract } from "./TokenContract.ts";

/** An ERC-2612 permit as the router takes it. */
export interface Permit {
  readonly token: string;
  readonly value: bigint;
  readonly deadline: bigint;
  readonly v: number;
  readonly r: string;
  readonly s: string;
}

const PERMIT_TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

export interface PermitRequest {
  readonly token: string;
  /** Token units. */
  readonly value: bigint;
  /** Unix seconds. */
  readonly deadline: bigint;
  /** The router by default. */
  readonly spender?: string;
}

/** Signs the caller's ERC-2612 permit of a token to the router, so that an order needs no separate approval. */
export async function signPermit(client: Client, request: PermitRequest): Promise<Permit> {
  const { token, value, deadline, spender = client.deployment.router } = request;
  const { signer, address } = await signerOf(client);
  const contract = tokenContract(token, client.runner);
  const [nonce, { name, version }] = await Promise.all([contract.nonces(address), domainOf(contract)]);
  const domain = { name, version, chainId: client.deployment.chainId, verifyingContract: token };
  const message = { owner: address, spender, value, nonce, deadline };
  const { v, r, s } = Signature.from(await signer.signTypedData(domain, PERMIT_TYPES, message));
  return { token, value, deadline, v, r, s };
}

/** The token's signing domain by ERC-5267; tokens older than it use their name and version 1. */
async function domainOf(contract: ReturnType<typeof tokenContract>): Promise<{ name: string; version: string }> {
  try {
    const [, name, version] = await contract.eip712Domain();
    return { name, version };
  } catch {
    return { name: await contract.name(), version: "1" };
  }
}
