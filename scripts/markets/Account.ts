import type { Signer } from "ethers";

/** Somebody with a name and a key. */
export interface Account {
  readonly name: string;
  readonly signer: Signer;
  readonly address: string;
}
