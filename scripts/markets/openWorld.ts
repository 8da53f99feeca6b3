import { connect, marketOf, OptionKind, type Client } from "@bulkhead/sdk";
import { fromEthers } from "@bulkhead/sdk/ethers";
import type { JsonRpcApiProvider } from "ethers";

import type { Addresses, MarketAddresses } from "../../deploy/addresses.ts";
import {
  DevToken__factory,
  ExpiryPrice__factory,
  IOptionToken__factory,
  IOptionVault__factory,
  IPremiumOracle__factory,
  SettableAggregator__factory,
  SignedSpot__factory,
  SolvencyLens__factory,
  VaultFactory__factory,
  VaultRouter__factory,
  VolatilitySurface__factory,
} from "../../typechain-types/index.ts";
import type { Vault, Venue, World } from "./world.ts";

/** Connects to a deployment, through the addresses that it left. */
export function openWorld(provider: JsonRpcApiProvider, addresses: Addresses): World {
  const [first] = addresses.markets;
  if (first === undefined) throw new Error("expected a deployment with markets, got none");
  const venues = addresses.markets.map((market) => openVenue(provider, { addresses, market }));
  return {
    provider,
    addresses,
    venues,
    vaults: venues.flatMap(({ vaults }) => vaults),
    stablecoin: DevToken__factory.connect(first.quote.address, provider),
    stablecoinFeed: SettableAggregator__factory.connect(first.quoteAggregator, provider),
    router: VaultRouter__factory.connect(addresses.router, provider),
    factory: VaultFactory__factory.connect(addresses.factory, provider),
    lens: SolvencyLens__factory.connect(addresses.lens, provider),
  };
}

function openVenue(
  provider: JsonRpcApiProvider,
  { addresses, market }: { addresses: Addresses; market: MarketAddresses },
): Venue {
  const named = { market: market.name };
  const client = connect(fromEthers(provider), addresses, named);
  const { symbol } = market.underlying;
  if (symbol !== "WETH" && symbol !== "WBTC") throw new Error(`expected WETH or WBTC, got ${symbol}`);
  const clients = new Map<string, Client>();
  const vaults: Vault[] = [];
  const venue: Venue = {
    name: market.name,
    symbol,
    client,
    market: marketOf(client),
    vaults,
    underlying: DevToken__factory.connect(market.underlying.address, provider),
    oracle: IPremiumOracle__factory.connect(market.oracle, provider),
    surface: VolatilitySurface__factory.connect(market.surface, provider),
    signedSpot: market.signedSpot === undefined ? undefined : SignedSpot__factory.connect(market.signedSpot, provider),
    expiryPrice: ExpiryPrice__factory.connect(market.expiryPrice, provider),
    feed: SettableAggregator__factory.connect(market.underlyingAggregator, provider),
    as: ({ signer, address }) => {
      const known = clients.get(address) ?? connect(fromEthers(signer), addresses, named);
      clients.set(address, known);
      return known;
    },
  };
  const quote = DevToken__factory.connect(market.quote.address, provider);
  for (const vault of venue.market.vaults) {
    const token = vault.kind === OptionKind.Call ? venue.underlying : quote;
    const contract = IOptionVault__factory.connect(vault.address, provider);
    const options = IOptionToken__factory.connect(vault.optionToken, provider);
    vaults.push({ ...vault, contract, options, token, venue });
  }
  return venue;
}
