import { OptionKind } from "../pricing/OptionKind.ts";
import type { Connection } from "../rpc/Connection.ts";
import type { Eip1193Provider } from "../rpc/Eip1193Provider.ts";
import type { Deployment, MarketInfo, TokenInfo, VaultInfo } from "./Deployment.ts";
import { marketOf } from "./marketOf.ts";

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

export interface ConnectParameters {
  /**
   * The market that actions concern which name none, "WBTC/USDC". Without it there is one only where the deployment has no more
   * than one.
   */
  readonly market?: string;
  /** Who signs and sends; the provider's first account by default. */
  readonly account?: string;
  /** Milliseconds between two questions whether a transaction was mined or an event has come; 1000 by default. */
  readonly pollingInterval?: number;
}

const POLLING_INTERVAL = 1_000;

/**
 * A client for all markets of a deployment. Asks nothing of the network.
 * @param provider a browser wallet, `fromEthers(signer)`, `fromViem(walletClient)`, or any other that passes requests on
 * @throws OrderError where the deployment has no such market
 * @example
 * const reading = connect(provider, deployment);
 * const trading = connect(provider, deployment, { market: "WETH/USDC", account });
 */
export function connect(
  provider: Eip1193Provider,
  deployment: Deployment,
  { market, account, pollingInterval = POLLING_INTERVAL }: ConnectParameters = {},
): Client {
  const markets = deployment.markets.map(toMarket);
  const client: Client = {
    provider,
    account,
    pollingInterval,
    deployment,
    markets,
    vaults: markets.flatMap(({ vaults }) => vaults),
    market: market ?? (markets.length === 1 ? markets[0]?.name : undefined),
  };
  if (market !== undefined) marketOf(client, market);
  return client;
}

function toMarket(info: MarketInfo): Market {
  return {
    ...info,
    vaults: info.vaults.map((vault) => ({
      ...vault,
      market: info.name,
      kind: vault.kind === "call" ? OptionKind.Call : OptionKind.Put,
      collateral: vault.kind === "call" ? info.underlying : info.quote,
    })),
  };
}
