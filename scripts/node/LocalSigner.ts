import { JsonRpcSigner, type TransactionRequest, type TransactionResponse } from "ethers";

/** Enough for any call to the protocol and any deployment: about as much as a transaction may have since Osaka. */
const GAS_LIMIT = 16_000_000n;

/**
 * An account whose key the node holds. Gas is never estimated, which would run the transaction several times over: on this
 * chain it costs nothing. What fails is mined as failed.
 */
export class LocalSigner extends JsonRpcSigner {
  override async sendTransaction(transaction: TransactionRequest): Promise<TransactionResponse> {
    const hash = await this.sendUncheckedTransaction({ gasLimit: GAS_LIMIT, ...transaction });
    const sent = await this.provider.getTransaction(hash);
    if (sent === null) throw new Error(`the node does not know the transaction ${hash} that it has just taken`);
    return sent;
  }
}
