import type { TypedData } from "./signTypedData.ts";

/** A key that signs typed data, in ethers' shape: every ethers signer is one. */
interface EthersSigner {
  getAddress(): Promise<string>;
  signTypedData(
    domain: object,
    types: Record<string, { name: string; type: string }[]>,
    message: Record<string, unknown>,
  ): Promise<string>;
}

/** In viem's shape: every local account is one. */
interface ViemAccount {
  readonly address: string;
  readonly signTypedData: (data: never) => Promise<string>;
}

/** A key that signs typed data: an ethers signer or a viem account. */
export type TypedDataSigner = EthersSigner | ViemAccount;

/** Whose a key is. */
export async function addressOf(signer: TypedDataSigner): Promise<string> {
  return "getAddress" in signer ? signer.getAddress() : signer.address;
}

/** A key's signature over typed data. */
export async function signWith(signer: TypedDataSigner, data: TypedData): Promise<string> {
  if (!("getAddress" in signer)) return (signer.signTypedData as (known: TypedData) => Promise<string>)(data);
  const types = Object.fromEntries(Object.entries(data.types).map(([name, fields]) => [name, [...fields]]));
  return signer.signTypedData(data.domain, types, { ...data.message });
}
