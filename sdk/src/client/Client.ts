import type { OptionKind } from "../pricing/OptionKind.ts";
import type { Connection } from "../rpc/Connection.ts";
import type { Deployment, MarketInfo, TokenInfo, VaultInfo } from "./Deployment.ts";

/** One vault of a deployment. */
export interface Vault extends Omit<VaultInfo, "kind"> {
  /** Its market's name. */
  readonly market: string;
  readonly kind: OptionKind;
  readonly collateral: TokenInfo;
}

/** One market of a deployment. */
export interface Market extends Omit<MarketInfo, "vaults"> {
  readonly vaults: readonly Vault[];
}

/** A deployment and a way to ask for it: what every action takes first. */
export interface Client extends Connection {
  readonly deployment: Deployment;
  readonly markets: readonly Market[];
  /** Of all markets. */
  readonly vaults: readonly Vault[];
  /** The market that actions concern which name none. */
  readonly market: string | undefined;
}
