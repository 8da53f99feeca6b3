import type { ContractRunner } from "ethers";

import {
  IOptionToken__factory,
  IOptionVault__factory,
  IPremiumOracle__factory,
  IQuoter__factory,
  IRedeemQueue__factory,
  ISignedSpot__factory,
  IVaultRouter__factory,
  IVaultSwapRouter__factory,
  IVolatilitySurface__factory,
  type IOptionToken,
  type IOptionVault,
  type IPremiumOracle,
  type IQuoter,
  type IRedeemQueue,
  type ISignedSpot,
  type IVaultRouter,
  type IVaultSwapRouter,
  type IVolatilitySurface,
} from "../../../typechain-types/index.ts";
import { OrderError } from "../errors/OrderError.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import { bind } from "./bind.ts";
import type { Deployment, MarketInfo, TokenInfo, VaultInfo } from "./Deployment.ts";
import { tokenContract, type TokenContract } from "./TokenContract.ts";

/** One vault with its typed contracts. */
export interface Vault extends Omit<VaultInfo, "kind" | "optionToken" | "queue"> {
  readonly kind: OptionKind;
  readonly collateral: TokenInfo;
  readonly contract: IOptionVault;
  readonly optionToken: IOptionToken;
  readonly queue: IRedeemQueue;
  /** The vault's shares. */
  readonly shares: TokenContract;
}

/**
 * A market's contracts, bound to a provider (reading) or a signer (trading). The router is every market's: legs that were
 * planned in one market may be executed together with those of another.
 */
export interface Client {
  readonly runner: ContractRunner;
  readonly deployment: Deployment;
  readonly market: MarketInfo;
  readonly oracle: IPremiumOracle;
  readonly surface: IVolatilitySurface;
  /** Spot prices that reporters sign between two updates of the push feed, where the market has such. */
  readonly signedSpot: ISignedSpot | undefined;
  readonly router: IVaultRouter;
  /** Settles an order in any token. */
  readonly swapRouter: IVaultSwapRouter;
  readonly quoter: IQuoter;
  readonly vaults: readonly Vault[];
}

export interface ConnectOptions {
  /** The market's name, "WBTC/USDC"; the deployment's first by default. */
  readonly market?: string;
}

/**
 * Binds the contracts of one market of a deployment to an ethers provider or signer. Asks nothing of the network.
 * @throws OrderError where the deployment has no such market
 */
export function connect(runner: ContractRunner, deployment: Deployment, options: ConnectOptions = {}): Client {
  const market = marketOf(deployment, options.market);
  return {
    runner,
    deployment,
    market,
    oracle: bind(IPremiumOracle__factory, { address: market.oracle, runner }),
    surface: bind(IVolatilitySurface__factory, { address: market.surface, runner }),
    signedSpot:
      market.signedSpot === undefined ? undefined : bind(ISignedSpot__factory, { address: market.signedSpot, runner }),
    router: bind(IVaultRouter__factory, { address: deployment.router, runner }),
    swapRouter: bind(IVaultSwapRouter__factory, { address: deployment.swapRouter, runner }),
    quoter: bind(IQuoter__factory, { address: deployment.quoter, runner }),
    vaults: market.vaults.map((info) => ({
      ...info,
      kind: info.kind === "call" ? OptionKind.Call : OptionKind.Put,
      collateral: info.kind === "call" ? market.underlying : market.quote,
      contract: bind(IOptionVault__factory, { address: info.address, runner }),
      optionToken: bind(IOptionToken__factory, { address: info.optionToken, runner }),
      queue: bind(IRedeemQueue__factory, { address: info.queue, runner }),
      shares: tokenContract(info.address, runner),
    })),
  };
}

function marketOf({ markets }: Deployment, name: string | undefined): MarketInfo {
  const market = name === undefined ? markets[0] : markets.find((candidate) => candidate.name === name);
  if (market !== undefined) return market;
  throw new OrderError({
    expected: `a market of the deployment (${markets.map((known) => known.name).join(", ") || "it has none"})`,
    got: name ?? "none",
    action: "name one of them",
  });
}
