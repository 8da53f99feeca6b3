import type { OrderLeg } from "./OrderLeg.ts";

/** The legs of an order that go to one vault: one order to it. */
export interface VaultOrder {
  readonly vault: string;
  /** One leg alone is bounded by its limit; where there are several, each limit bounds the leg's own part. */
  readonly legs: readonly OrderLeg[];
}

/** What the legs to one vault came to together. */
export interface VaultPremium {
  readonly vault: string;
  /** Units of the vault's collateral; negative where the legs brought something. */
  readonly premium: bigint;
}

/** An order's legs grouped by vault, in the order of the vaults' first legs: as the routers run them. */
export function vaultOrders(legs: readonly OrderLeg[]): VaultOrder[] {
  const orders = new Map<string, { vault: string; legs: OrderLeg[] }>();
  for (const leg of legs) {
    const key = leg.vault.toLowerCase();
    const known = orders.get(key);
    if (known === undefined) orders.set(key, { vault: leg.vault, legs: [leg] });
    else known.legs.push(leg);
  }
  return [...orders.values()];
}

/** What a router says of each vault, with the vaults it speaks of. */
export function vaultPremiums(legs: readonly OrderLeg[], premiums: readonly bigint[]): VaultPremium[] {
  return vaultOrders(legs).map(({ vault }, index) => ({ vault, premium: premiums[index] ?? 0n }));
}
