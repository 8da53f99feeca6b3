import {
  atSpot,
  batchCall,
  ContractError,
  fromTokenUnits,
  fromWad,
  OptionKind,
  readBatch,
  vaultAt,
  vaultOrders,
  type Client,
  type OrderLeg,
  type SignedPrice,
} from "@bulkhead/sdk";
import { optionVaultAbi } from "@bulkhead/sdk/abi";

/**
 * What an order's legs in one market cost less, or bring more, at the signed price that it brings than at the price that the chain has by
 * itself, by the vaults' own views of one block. USDC; negative where the chain's price was the better one, and nothing where the
 * vaults would not take the order at it.
 */
export async function savedByPrice(
  client: Client,
  { legs, signed }: { readonly legs: readonly OrderLeg[]; readonly signed: SignedPrice },
): Promise<number | undefined> {
  const calls = vaultOrders(legs).map(({ vault, legs: own }) => {
    const asked = own.map(({ id, quantity }) => ({ id, quantity, limit: 0n }));
    return batchCall({ address: vault, abi: optionVaultAbi, functionName: "checkOrder", args: [asked] });
  });
  const { results: brought, block } = await readBatch(atSpot(client, { signed }), { calls });
  try {
    const { results: pushed } = await readBatch(client, { calls, block: block.number });
    return calls.reduce((sum, { address }, index) => {
      const { kind, collateral } = vaultAt(client, address);
      const units = (pushed[index]?.[0] ?? 0n) - (brought[index]?.[0] ?? 0n);
      const price = kind === OptionKind.Call ? fromWad(signed.price) : 1;
      return sum + fromTokenUnits(units, collateral.decimals) * price;
    }, 0);
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
}
