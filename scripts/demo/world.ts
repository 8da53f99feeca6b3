import type { Client, Vault as ClientVault } from "@bulkhead/sdk";
import type { JsonRpcApiProvider } from "ethers";

import type { Addresses } from "../../deploy/addresses.ts";
import type {
  DevToken,
  ExpiryPrice,
  OptionVault,
  RealisedVolatility,
  SettableAggregator,
  SolvencyLens,
  VaultFactory,
  VolatilitySurface,
} from "../../typechain-types/index.ts";
import type { Person } from "./cast.ts";

/** A vault as the SDK knows it, with all of its contract: shares, settlement, and what operators call. */
export interface Vault extends Omit<ClientVault, "contract"> {
  readonly contract: OptionVault;
  readonly token: DevToken;
}

/** The deployed protocol and the market that it serves. */
export interface World {
  readonly provider: JsonRpcApiProvider;
  readonly addresses: Addresses;
  /** The SDK's client, for reading. */
  readonly client: Client;
  readonly vaults: readonly Vault[];
  readonly weth: DevToken;
  readonly usdc: DevToken;
  readonly factory: VaultFactory;
  readonly lens: SolvencyLens;
  readonly surface: VolatilitySurface;
  readonly realisedVolatility: RealisedVolatility;
  readonly expiryPrice: ExpiryPrice;
  /** Dollar prices of ether and of the stablecoin, as a provider publishes them. */
  readonly etherFeed: SettableAggregator;
  readonly stablecoinFeed: SettableAggregator;
  /** The SDK's client, bound to somebody's key. */
  as(person: Person): Client;
}
