import hre, { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { NETWORKS, type NetworkName } from "../../deploy/parameters/networks.ts";
import { UsageError } from "../node/UsageError.ts";

/** A connection to deploy through, and whose first account pays. */
export interface Deployment {
  readonly connection: NetworkConnection;
  readonly deployer: string;
}

/**
 * Connects to a network with the key of the keystore; for a dry run, to a copy of it in this process with a funded
 * development account.
 * @throws UsageError where URL or key are missing, or the chain is another one
 */
export async function openDeployment(name: NetworkName, { dryRun }: { dryRun: boolean }): Promise<Deployment> {
  const connection = dryRun ? await copyOf(name) : await network.create({ network: name });
  try {
    const { chainId } = await connection.ethers.provider.getNetwork();
    const expected = BigInt(NETWORKS[name].chainId);
    // The copy keeps Hardhat's own chain id: what is signed for it is good for nothing else.
    if (!dryRun && chainId !== expected) {
      throw new UsageError({
        expected: `chain ${expected} behind the URL of ${name}`,
        got: `chain ${chainId}`,
        action: "set its URL anew in the keystore",
      });
    }
    const [deployer] = await connection.ethers.getSigners();
    if (deployer === undefined) throw new Error(`expected a deployer's account on ${name}, got none`);
    return { connection, deployer: deployer.address };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function copyOf(name: NetworkName): Promise<NetworkConnection> {
  const config = hre.config.networks[name];
  if (config?.type !== "http") throw new Error(`expected ${name} to be a network of hardhat.config.ts with a URL`);
  return network.create({
    network: "default",
    override: { forking: { url: await config.url.getUrl() }, allowUnlimitedContractSize: false },
  });
}
