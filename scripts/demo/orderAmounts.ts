import type { OrderPlan } from "@bulkhead/sdk";
import type { TransactionReceipt } from "ethers";

import type { Vault } from "./world.ts";

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** The sum of the limits of all purchases that are paid for in a token. */
export function mostToPay({ splits, legs }: OrderPlan, token: string): bigint {
  const paidIn = new Set(
    splits
      .flatMap(({ parts }) => parts.filter(({ vault }) => vault.collateral.address === token))
      .map(({ vault }) => vault.address),
  );
  return sum(legs.filter(({ vault, quantity }) => quantity > 0n && paidIn.has(vault)).map(({ limit }) => limit));
}

/** What a vault was paid, or paid, for a series, by its own event. */
export function amountOf(
  { address, contract }: Vault,
  { receipt, id }: { receipt: TransactionReceipt; id: bigint },
): bigint {
  for (const log of receipt.logs) {
    if (log.address !== address) continue;
    const event = contract.interface.parseLog(log);
    if (event === null || event.args.toObject()["id"] !== id) continue;
    if (event.name === "OptionsBought") return event.args.getValue("premium") as bigint;
    if (event.name === "OptionsSold") return event.args.getValue("payout") as bigint;
  }
  throw new Error(`the vault ${address} reported no trade in series ${id}`);
}
