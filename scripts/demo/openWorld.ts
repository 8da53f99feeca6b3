import { connect, OptionKind, type Client } from "@bulkhead/sdk";
import type { JsonRpcApiProvider } from "ethers";

import type { Addresses } from "../../deploy/addresses.ts";
import {
  DevToken__factory,
  ExpiryPrice__factory,
  OptionVault__factory,
  RealisedVolatility__factory,
  SettableAggregator__factory,
  SolvencyLens__factory,
  VaultFactory__factory,
  VolatilitySurface__factory,
} from "../../typechain-types/index.ts";
import type { World } from "./world.ts";

/** Connects to a deployment, through the addresses that it left. */
export function openWorld(provider: JsonRpcApiProvider, addresses: Addresses): World {
  const client = connect(provider, addresses);
  const market = addresses.markets.find(({ name }) => name === client.market.name);
  if (market === undefined) throw new Error(`demo: expected ${client.market.name} to be deployed, got no address`);
  const weth = DevToken__factory.connect(market.underlying.address, provider);
  const clients = new Map<string, Client>();
  const usdc = DevToken__factory.connect(market.quote.address, provider);
  return {
    provider,
    addresses,
    client,
    weth,
    usdc,
    vaults: client.vaults.map((vault) => ({
      ...vault,
      contract: OptionVault__factory.connect(vault.address, provider),
      token: vault.kind === OptionKind.Call ? weth : usdc,
    })),
    factory: VaultFactory__factory.connect(addresses.factory, provider),
    lens: SolvencyLens__factory.connect(addresses.lens, provider),
    surface: VolatilitySurface__factory.connect(market.surface, provider),
    realisedVolatility: RealisedVolatility__factory.connect(market.realisedVolatility, provider),
    expiryPrice: ExpiryPrice__factory.connect(market.expiryPrice, provider),
    etherFeed: SettableAggregator__factory.connect(market.underlyingAggregator, provider),
    stablecoinFeed: SettableAggregator__factory.connect(market.quoteAggregator, provider),
    as: ({ signer, address }) => {
      const known = clients.get(address) ?? connect(signer, addresses);
      clients.set(address, known);
      return known;
    },
  };
}
