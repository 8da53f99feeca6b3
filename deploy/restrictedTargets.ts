import type { Addresses } from "./addresses.ts";
import type { RestrictedContract } from "./roles.ts";

/** Every contract of a deployment that has restricted functions, with its address. */
export function restrictedTargets({
  expiryPrice,
  surface,
  oracle,
  factory,
  vaults,
}: Pick<Addresses, "expiryPrice" | "surface" | "oracle" | "factory" | "vaults">): [RestrictedContract, string][] {
  return [
    ["ExpiryPrice", expiryPrice],
    ["VolatilitySurface", surface],
    ["PremiumOracle", oracle],
    ["VaultFactory", factory],
    ...vaults.map(({ address }): [RestrictedContract, string] => ["OptionVault", address]),
  ];
}
