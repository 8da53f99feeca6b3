import type { ContractRunner } from "ethers";

import {
  IOptionToken__factory,
  IOptionVault__factory,
  IPremiumOracle__factory,
  IQuoter__factory,
  IRedeemQueue__factory,
  IVaultRouter__factory,
  IVolatilitySurface__factory,
  type IOptionToken,
  type IOptionVault,
  type IPremiumOracle,
  type IQuoter,
  type IRedeemQueue,
  type IVaultRouter,
  type IVolatilitySurface,
} from "../../../typechain-types/index.ts";
import { OptionKind } from "../pricing/OptionKind.ts";
import type { Deployment, TokenInfo, VaultInfo } from "./Deployment.ts";
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

/** A market's contracts, bound to a provider (reading) or a signer (trading). */
export interface Client {
  readonly runner: ContractRunner;
  readonly deployment: Deployment;
  readonly oracle: IPremiumOracle;
  readonly surface: IVolatilitySurface;
  readonly router: IVaultRouter;
  readonly quoter: IQuoter;
  readonly vaults: readonly Vault[];
}

/** Binds a deployment's contracts to an ethers provider or signer. Asks nothing of the network. */
export function connect(runner: ContractRunner, deployment: Deployment): Client {
  return {
    runner,
    deployment,
    oracle: IPremiumOracle__factory.connect(deployment.oracle, runner),
    surface: IVolatilitySurface__factory.connect(deployment.surface, runner),
    router: IVaultRouter__factory.connect(deployment.router, runner),
    quoter: IQuoter__factory.connect(deployment.quoter, runner),
    vaults: deployment.vaults.map((info) => ({
      ...info,
      kind: info.kind === "call" ? OptionKind.Call : OptionKind.Put,
      collateral: info.kind === "call" ? deployment.underlying : deployment.quote,
      contract: IOptionVault__factory.connect(info.address, runner),
      optionToken: IOptionToken__factory.connect(info.optionToken, runner),
      queue: IRedeemQueue__factory.connect(info.queue, runner),
      shares: tokenContract(info.address, runner),
    })),
  };
}
