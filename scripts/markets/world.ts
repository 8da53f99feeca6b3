import type { Client, Market, Vault as ClientVault } from "@bulkhead/sdk";
import type { JsonRpcApiProvider } from "ethers";

import type { Addresses } from "../../deploy/addresses.ts";
import type {
  DevToken,
  ExpiryPrice,
  IOptionToken,
  IOptionVault,
  IPremiumOracle,
  SettableAggregator,
  SignedSpot,
  SolvencyLens,
  VaultFactory,
  VaultRouter,
  VolatilitySurface,
} from "../../typechain-types/index.ts";
import type { Account } from "./Account.ts";

/** A vault as the SDK knows it, with all of its contract: shares, settlement, and what operators call. */
export interface Vault extends ClientVault {
  readonly contract: IOptionVault;
  readonly options: IOptionToken;
  readonly token: DevToken;
  /** The market that it belongs to. */
  readonly venue: Venue;
}

/** One market of the deployment. */
export interface Venue {
  /** "WETH/USDC" */
  readonly name: string;
  /** The underlying's: "WETH". */
  readonly symbol: "WETH" | "WBTC";
  /** The SDK's client, for reading. */
  readonly client: Client;
  /** The market as the SDK knows it. */
  readonly market: Market;
  readonly vaults: readonly Vault[];
  readonly underlying: DevToken;
  readonly oracle: IPremiumOracle;
  readonly surface: VolatilitySurface;
  /** Where it has signed spot prices. */
  readonly signedSpot: SignedSpot | undefined;
  readonly expiryPrice: ExpiryPrice;
  /** The underlying in dollars, as a provider publishes it. */
  readonly feed: SettableAggregator;
  /** The SDK's client, bound to somebody's key. */
  as(account: Account): Client;
}

/** The deployed protocol and the markets that it serves. */
export interface World {
  readonly provider: JsonRpcApiProvider;
  readonly addresses: Addresses;
  readonly venues: readonly Venue[];
  /** Of all markets. */
  readonly vaults: readonly Vault[];
  /** What all of them are quoted in, and that in dollars. */
  readonly stablecoin: DevToken;
  readonly stablecoinFeed: SettableAggregator;
  readonly factory: VaultFactory;
  readonly router: VaultRouter;
  readonly lens: SolvencyLens;
}
