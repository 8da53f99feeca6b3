import { vaultOrders, type PlanOrderResult, type Receipt } from "@bulkhead/sdk";

import type { Vault } from "../markets/world.ts";

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** The most that a plan's vaults may take in a token, whatever others of them pay: its permit must cover that. */
export function mostToPay({ splits, legs, totals }: PlanOrderResult, token: string): bigint {
  const paidIn = new Set(
    splits
      .flatMap(({ parts }) => parts.filter(({ vault }) => vault.collateral.address === token))
      .map(({ vault }) => vault.address),
  );
  const orders = vaultOrders(legs).filter(({ vault }) => paidIn.has(vault));
  const limits = sum(
    orders.flatMap((order) => order.legs.filter(({ quantity }) => quantity > 0n)).map(({ limit }) => limit),
  );
  // Legs that share a vault may cost more together than by themselves.
  const total = totals.find((bound) => bound.token.toLowerCase() === token.toLowerCase())?.maxNetPaid ?? 0n;
  return limits > total ? limits : total;
}

/**
 * Shares what several legs cost together, the risk charge that they bear or save, out over them in proportion to their own parts.
 * @param parts unsigned; those of sales are `sold`
 * @param total positive where the order cost something
 */
export function shareOut(
  parts: readonly { readonly amount: bigint; readonly sold: boolean }[],
  total: bigint,
): bigint[] {
  const net = sum(parts.map(({ amount, sold }) => (sold ? -amount : amount)));
  const gross = sum(parts.map(({ amount }) => amount));
  let left = total - net;
  return parts.map(({ amount, sold }, index) => {
    const isLast = index === parts.length - 1;
    const share = isLast || gross === 0n ? left : ((total - net) * amount) / gross;
    left -= share;
    return sold ? amount - share : amount + share;
  });
}

/** What a vault was paid, or paid, for a series, by its own events: with its part of what an order of several legs came to beside them. */
export function amountOf({ address, contract }: Vault, { receipt, id }: { receipt: Receipt; id: bigint }): bigint {
  const parts: { id: bigint; amount: bigint; sold: boolean }[] = [];
  let total: bigint | undefined;
  for (const log of receipt.logs) {
    if (log.address !== address) continue;
    const event = contract.interface.parseLog(log);
    if (event === null) continue;
    const value = (name: string): bigint => event.args.getValue(name) as bigint;
    if (event.name === "OptionsBought") parts.push({ id: value("id"), amount: value("premium"), sold: false });
    if (event.name === "OptionsSold") parts.push({ id: value("id"), amount: value("payout"), sold: true });
    if (event.name === "OrderTraded") total = value("premium");
  }
  const amounts = total === undefined ? parts.map(({ amount }) => amount) : shareOut(parts, total);
  const amount = amounts[parts.findIndex((part) => part.id === id)];
  if (amount === undefined) throw new Error(`the vault ${address} reported no trade in series ${id}`);
  return amount;
}
