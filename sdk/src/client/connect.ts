import { OptionKind } from "../pricing/OptionKind.ts";
import { answering } from "../rpc/answering.ts";
import type { Eip1193Provider } from "../rpc/Eip1193Provider.ts";
import type { Client, Market, Vault } from "./Client.ts";
import type { Deployment, MarketInfo } from "./Deployment.ts";
import { marketOf } from "./marketOf.ts";
import { requireDeployment } from "./requireDeployment.ts";

export type { Client, Market, Vault };

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
 * @throws NodeError where the provider is none: no wallet is installed
 * @throws OrderError where the deployment's record lacks something, or has no such market
 * @example
 * const reading = connect(provider, deployment);
 * const trading = connect(provider, deployment, { market: "WETH/USDC", account });
 */
export function connect(
  provider: Eip1193Provider,
  deployment: Deployment,
  { market, account, pollingInterval = POLLING_INTERVAL }: ConnectParameters = {},
): Client {
  const asked = answering(provider);
  requireDeployment(deployment);
  const markets = deployment.markets.map(toMarket);
  const client: Client = {
    provider: asked,
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
