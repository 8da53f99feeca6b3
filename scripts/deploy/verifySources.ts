import { readFile } from "node:fs/promises";

import { verifyContract } from "@nomicfoundation/hardhat-verify/verify";
import { createHardhatRuntimeEnvironment, importUserConfig, resolveHardhatConfigPath } from "hardhat/hre";

import { DeployedContract } from "../../deploy/saveContracts.ts";

/**
 * Has the block explorer verify every contract of a deployment, by `contracts.json`. Those that are verified already are left
 * alone; the first that fails ends it.
 */
export async function verifySources(network: string, err: { write(text: string): unknown }): Promise<void> {
  const file = new URL(`../../deploy/deployments/${network}/contracts.json`, import.meta.url);
  const contracts = DeployedContract.array().parse(JSON.parse(await readFile(file, "utf8")));
  // The library verifies on the environment's own network, which is otherwise given on Hardhat's command line.
  const config = await importUserConfig(await resolveHardhatConfigPath());
  const onNetwork = await createHardhatRuntimeEnvironment(config, { network });
  for (const { contract, address, constructorArgs } of contracts) {
    err.write(`verify ${contract} at ${address}\n`);
    await verifyContract({ contract, address, constructorArgs }, onNetwork);
  }
}
