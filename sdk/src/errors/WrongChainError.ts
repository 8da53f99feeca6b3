import { SdkError } from "./SdkError.ts";

/** The record of a deployment and the node that is asked are of different chains. */
export class WrongChainError extends SdkError {
  /** Of the record. */
  readonly expectedChainId: bigint;
  /** Of the node. */
  readonly chainId: bigint;

  constructor({ expected, got }: { expected: bigint; got: bigint }) {
    super({
      expected: `a node of chain ${expected}, which the deployment's addresses are of`,
      got: `one of chain ${got}`,
      action: "connect to that chain, or take the addresses of this one; nothing was signed or sent",
    });
    this.expectedChainId = expected;
    this.chainId = got;
  }
}
