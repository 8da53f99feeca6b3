import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { getVerificationInformation } from "@nomicfoundation/ignition-core";
import type { Result } from "ethers";
import type { NetworkConnection } from "hardhat/types/network";
import { z } from "zod";

import { IOptionVault__factory, IRedeemQueue__factory, VaultFactory__factory } from "../typechain-types/index.ts";
import type { Addresses } from "./addresses.ts";
import { OPTION_KINDS } from "./modules/vault.ts";

/** One deployed contract, as block explorers want it for verification. */
export const DeployedContract = z.object({
  /** "contracts/vault/OptionVault.sol:OptionVault" */
  contract: z.string(),
  address: z.string(),
  /** In the constructor's order; whole numbers as decimal strings, structs as lists. */
  constructorArgs: z.array(z.unknown()),
  /** Absent for what another contract made. */
  creationTxHash: z.string().optional(),
});
export type DeployedContract = z.infer<typeof DeployedContract>;

/** Writes `contracts.json` beside the addresses: every contract of a deployment with its constructor's arguments. */
export async function saveContracts(
  connection: NetworkConnection,
  { addresses, folder }: { addresses: Addresses; folder: string },
): Promise<void> {
  const contracts = [...(await deployedByUs(folder)), ...(await deployedByFactory(connection, addresses))];
  await writeFile(join(folder, "contracts.json"), `${JSON.stringify(contracts, asText, 2)}\n`);
}

/** What Ignition itself created, by its journal. */
async function deployedByUs(folder: string): Promise<DeployedContract[]> {
  const contracts: DeployedContract[] = [];
  for await (const found of getVerificationInformation(folder)) {
    if (typeof found === "string")
      throw new Error(`deployment: expected the artifact of ${found} in ${folder}, got none`);
    const { contract, address, constructorArgs, creationTxHash } = found;
    contracts.push({ contract, address, constructorArgs, ...(creationTxHash === undefined ? {} : { creationTxHash }) });
  }
  return contracts;
}

/** The vaults, made by the factory, their option tokens, and what their queues made. */
async function deployedByFactory(connection: NetworkConnection, addresses: Addresses): Promise<DeployedContract[]> {
  const { provider } = connection.ethers;
  const factory = VaultFactory__factory.connect(addresses.factory, provider);
  const perVault = await Promise.all(
    vaultsOf(addresses).map(async ({ market, address, optionToken, queue, kind }) => {
      const [created] = await factory.queryFilter(factory.filters.VaultCreated(address));
      if (created === undefined)
        throw new Error(`deployment: expected the factory to have made ${address}, got no record`);
      const { operations, clearing, shares } = await IOptionVault__factory.connect(address, provider).modules();
      const config = (created.args.config as unknown as Result).toArray(true);
      return [
        {
          contract: "contracts/vault/OptionVault.sol:OptionVault",
          address,
          constructorArgs: [config, [operations, clearing, shares]],
        },
        {
          contract: "contracts/vault/token/OptionToken.sol:OptionToken",
          address: optionToken,
          constructorArgs: [address, market, OPTION_KINDS[kind]],
        },
        {
          contract: "contracts/queue/ShareHolder.sol:ShareHolder",
          address: await IRedeemQueue__factory.connect(queue, provider).holder(),
          constructorArgs: [address],
        },
      ];
    }),
  );
  return perVault.flat();
}

/** Every vault with the name of its market. */
function vaultsOf({ markets }: Addresses) {
  return markets.flatMap(({ name, vaults }) => vaults.map((vault) => ({ ...vault, market: name })));
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
