import { ZeroAddress, type Provider } from "ethers";

import {
  IOptionVault__factory,
  IPriceFeed__factory,
  VaultFactory__factory,
  VaultRouter__factory,
  VaultSwapRouter__factory,
} from "../typechain-types/index.ts";
import type { Addresses } from "./addresses.ts";

/** Where contracts lead elsewhere than the addresses say: what they trust beyond the roles. One line each. */
export async function linkProblems(provider: Provider, addresses: Addresses): Promise<string[]> {
  const swapRouter = VaultSwapRouter__factory.connect(addresses.swapRouter, provider);
  const router = VaultRouter__factory.connect(addresses.router, provider);
  const links: readonly (readonly [name: string, found: Promise<string>, expected: string])[] = [
    ["VaultRouter: factory", router.factory(), addresses.factory],
    ["VaultSwapRouter: factory", swapRouter.factory(), addresses.factory],
    ["VaultSwapRouter: Uniswap's router", swapRouter.uniswapRouter(), addresses.uniswapRouter],
    ["VaultSwapRouter: Permit2", swapRouter.permit2(), addresses.permit2],
    ...addresses.markets.map(({ name, priceFeed, signedSpot = ZeroAddress }) => {
      return [
        `${name}: signed spot`,
        IPriceFeed__factory.connect(priceFeed, provider).signedSpot(),
        signedSpot,
      ] as const;
    }),
    ...addresses.markets
      .flatMap(({ vaults }) => vaults)
      .map(
        ({ symbol, address, queue }) =>
          [`${symbol}: queue`, IOptionVault__factory.connect(address, provider).queue(), queue] as const,
      ),
  ];
  const problems = await Promise.all(
    links.map(async ([name, found, expected]) => {
      const got = await found;
      return got === expected ? [] : [`${name}: expected ${expected}, got ${got}`];
    }),
  );
  return [...problems.flat(), ...(await vaultProblems(provider, addresses))];
}

/** Both routers trade with every vault of the factory: one that nobody listed would be trusted, too. */
async function vaultProblems(provider: Provider, { factory, markets }: Addresses): Promise<string[]> {
  const contract = VaultFactory__factory.connect(factory, provider);
  const listed = new Set(markets.flatMap(({ vaults }) => vaults.map(({ address }) => address)));
  const count = Number(await contract.vaultCount());
  const made = await Promise.all(Array.from({ length: count }, (_, index) => contract.vaultAt(index)));
  return [
    ...made
      .filter((vault) => !listed.has(vault))
      .map((vault) => `VaultFactory: expected no vault but those listed, got ${vault}`),
    ...[...listed]
      .filter((vault) => !made.includes(vault))
      .map((vault) => `VaultFactory: expected the vault ${vault}, got none`),
  ];
}
