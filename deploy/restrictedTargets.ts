import type { MarketAddresses } from "./addresses.ts";
import type { RestrictedContract } from "./roles.ts";

/** What is needed of a market: its restricted contracts. */
type RestrictedOfMarket = Pick<MarketAddresses, "expiryPrice" | "signedSpot" | "surface" | "oracle"> & {
  readonly vaults: readonly { readonly address: string }[];
};

/** Every contract of a deployment that has restricted functions, with its address. */
export function restrictedTargets({
  factory,
  markets,
}: {
  readonly factory: string;
  readonly markets: readonly RestrictedOfMarket[];
}): [RestrictedContract, string][] {
  return [
    ["VaultFactory", factory],
    ...markets.flatMap(({ expiryPrice, signedSpot, surface, oracle, vaults }): [RestrictedContract, string][] => [
      ["ExpiryPrice", expiryPrice],
      ...(signedSpot === undefined ? [] : [["SignedSpot", signedSpot] satisfies [RestrictedContract, string]]),
      ["VolatilitySurface", surface],
      ["PremiumOracle", oracle],
      ...vaults.map(({ address }): [RestrictedContract, string] => ["OptionVault", address]),
    ]),
  ];
}
