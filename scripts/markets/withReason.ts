import { explained } from "@bulkhead/sdk";
import { isCallException, type Provider } from "ethers";

/**
 * A transaction that was to succeed and failed says why: it changed nothing, so a call to what its block left fails alike.
 * @throws ContractError with the contract's reason
 */
export async function withReason<T>(provider: Provider, action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    if (!isCallException(error) || !error.receipt) throw error;
    const { blockNumber, hash } = error.receipt;
    const failed = await provider.getTransaction(hash);
    if (failed === null) throw error;
    const { from, to, data, value } = failed;
    await explained(provider.call({ from, to, data, value, blockTag: blockNumber }));
    throw error;
  }
}
