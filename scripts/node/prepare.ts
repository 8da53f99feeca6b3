import { JsonRpcProvider, parseUnits } from "ethers";
import { network } from "hardhat";

import type { Addresses, MarketAddresses } from "../../deploy/addresses.ts";
import { deployProtocol } from "../../deploy/deploy.ts";
import { localParameters } from "../../deploy/parameters/local.ts";
import { DevToken__factory } from "../../typechain-types/index.ts";
import { ACCOUNTS } from "./accounts.ts";
import { LocalSigner } from "./LocalSigner.ts";
import type { Node } from "./startNode.ts";

/** What each user is given, in whole tokens, by symbol. */
export const GIFTS: Readonly<Record<string, string>> = { WETH: "1000", WBTC: "25", USDC: "5000000" };

/** What is deployed. */
export interface PrepareOptions {
  /** The record's. */
  readonly name: string;
  /** How many of the local parameters' markets; all by default. */
  readonly markets?: number;
}

/** Deploys over JSON-RPC, as on any other network, and hands tokens out. */
export async function prepare({ url, chainId }: Node, { name, markets }: PrepareOptions): Promise<Addresses> {
  const { deployer, governor, guardian, feeRecipient, priceKeeper, reporters, users } = ACCOUNTS;
  const connection = await network.create({
    network: "localhost",
    override: { url, chainId, accounts: [deployer.wallet.privateKey] },
  });
  const provider = new JsonRpcProvider(url, chainId, { staticNetwork: true, cacheTimeout: -1, pollingInterval: 50 });
  try {
    const parameters = localParameters({
      governor: governor.address,
      guardian: guardian.address,
      feeRecipient: feeRecipient.address,
      priceKeeper: priceKeeper.address,
      reporters: reporters.map(({ address }) => address),
    });
    const addresses = await deployProtocol(connection, {
      ...parameters,
      network: name,
      markets: parameters.markets.slice(0, markets),
    });
    const signer = new LocalSigner(provider, deployer.address);
    for (const { address, decimals, symbol } of tokensOf(addresses)) {
      const token = DevToken__factory.connect(address, signer);
      const amount = parseUnits(GIFTS[symbol] ?? "0", decimals);
      for (const user of users) await (await token.mint(user.address, amount)).wait();
    }
    return addresses;
  } finally {
    provider.destroy();
    await connection.close();
  }
}

/** Every token of every market, once. */
export function tokensOf({ markets }: Addresses): readonly MarketAddresses["quote"][] {
  const all = markets.flatMap(({ underlying, quote }) => [underlying, quote]);
  return [...new Map(all.map((token) => [token.address, token])).values()];
}
